/**
 * Street scenes made by the computer: composed from a seed, ray-cast to a picture and its depth, and given the holes
 * and the noise of a stereo camera. The same seed gives the same pixels on every machine: all arithmetic is strict
 * (Java 17), functions beyond the square root come from {@link java.lang.StrictMath}, and every frame has a random
 * stream of its own.
 *
 * <p>World: x right, y up, z forward, in metres. Colours are linear light.
 */
package dev.fathom.data.synthetic;
