package dev.fathom.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One picture of a data set, with its depth where there is one.
 *
 * @param stem file name without its ending, the key by which picture and depth belong together
 */
public record Sample(String stem, Path rgb, Optional<Path> depth) {}
