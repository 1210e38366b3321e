/**
 * Depth from wherever it comes: networks, exported files, folders that other software made. Scored against the truth, or
 * written as files. Knows neither libtorch nor TFLite; who has a network brings it as a {@link
 * dev.fathom.prediction.DepthModel}.
 */
package dev.fathom.prediction;
