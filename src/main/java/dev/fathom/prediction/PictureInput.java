package dev.fathom.prediction;

import java.nio.file.Path;

/**
 * A picture that is to be predicted.
 *
 * @param stem path of what becomes of it, below the output folder and without an ending, with slashes
 */
public record PictureInput(Path file, String stem) {}
