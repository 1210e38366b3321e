package dev.fathom.data;

/**
 * One augmented example on the canvas.
 *
 * @param image height x width x 3, red, green, blue, 0..255
 * @param depth height x width, metres, 0 where there is none
 * @param mask height x width, 1 where the depth was measured and lies inside the crop, else 0
 */
public record Example(float[] image, float[] depth, float[] mask) {}
