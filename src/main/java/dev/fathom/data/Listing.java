package dev.fathom.data;

import dev.fathom.core.Intrinsics;
import java.util.List;
import java.util.Optional;

/**
 * What a format found under a folder, without pixels.
 *
 * @param samples the samples as the data set divides them
 * @param divided whether it does; if not, they are all in {@code train}
 * @param problems what was left out
 * @param unitsPerMetre units of the stored depth per metre, 1 for depth stored in metres
 * @param intrinsics of the pictures as they are decoded, where the data set says so
 */
public record Listing(
        SampleLists samples,
        boolean divided,
        List<DataProblem> problems,
        double unitsPerMetre,
        Optional<Intrinsics> intrinsics) {
    public Listing {
        problems = List.copyOf(problems);
    }
}
