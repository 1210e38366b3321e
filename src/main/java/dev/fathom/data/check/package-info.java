/** Looks through a whole data set for what would spoil a training, and counts what is in it. Changes nothing. */
package dev.fathom.data.check;
