package dev.fathom.data.synthetic;

/**
 * What the ray caster makes of a scene.
 *
 * @param depth z in metres a pixel, infinite in the sky
 * @param light linear red, green, blue a pixel
 */
record Frame(int width, int height, double[] depth, float[] light) {}
