/** Training objectives, one class a loss with its formula and source. */
package dev.fathom.training.losses;
