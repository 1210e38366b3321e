/**
 * Pictures and depth on disk, paired into data sets, and the batches that training and evaluation read from them.
 * The only package that touches {@code javax.imageio} and {@code java.awt}.
 */
package dev.fathom.data;
