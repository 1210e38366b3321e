package dev.fathom.training.distillation;

/**
 * Two taps of equal height and width that are compared.
 *
 * @param student tap of the student
 * @param teacher tap of the teacher
 * @param weight factor of the pair in the distillation loss
 */
public record FeaturePair(String student, String teacher, double weight) {}
