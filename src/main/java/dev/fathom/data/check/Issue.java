package dev.fathom.data.check;

import java.nio.file.Path;

/**
 * One thing that is wrong.
 *
 * @param split train, val, test or unlabeled; empty for files of no split
 * @param stem of the sample; empty for files of none
 * @param text what is wrong, in sentences
 */
public record Issue(IssueKind kind, String split, String stem, Path file, String text) {}
