/** The workers that this window has started: their progress, their end, what happens to them when it closes. */
package dev.fathom.ui.job;
