package dev.fathom.training.distillation;

import java.util.Optional;

/**
 * Two taps that are compared.
 *
 * @param student tap of the student
 * @param teacher tap of the teacher
 * @param weight factor of the pair in the distillation loss
 * @param adapter brings the student's channels to the teacher's; empty where they are equal or need not be
 */
public record FeaturePair(String student, String teacher, double weight, Optional<Adapter> adapter) {

    /** A pair without an adapter. */
    public FeaturePair(String student, String teacher, double weight) {
        this(student, teacher, weight, Optional.empty());
    }
}
