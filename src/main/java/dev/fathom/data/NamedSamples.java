package dev.fathom.data;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parts the samples whose files can be opened by their names from those whose names the system refuses. */
final class NamedSamples {
    private final Path root;
    private final List<DataProblem> problems;

    private NamedSamples(Path root, List<DataProblem> problems) {
        this.root = root;
        this.problems = new ArrayList<>(problems);
    }

    /** The listing with the refused ones among the problems. */
    static Listing of(Path root, Listing listing) {
        NamedSamples named = new NamedSamples(root, listing.problems());
        SampleLists all = listing.samples();
        SampleLists samples = new SampleLists(
                named.among(all.train()),
                named.among(all.val()),
                named.among(all.test()),
                named.among(all.unlabeled()));
        return new Listing(samples, listing.divided(), named.problems, listing.unitsPerMetre(), listing.intrinsics());
    }

    private List<Sample> among(List<Sample> samples) {
        return samples.stream().filter(this::isNamed).toList();
    }

    private boolean isNamed(Sample sample) {
        try {
            sample.picture().file();
            sample.depth().ifPresent(PixelSource::file);
            return true;
        } catch (UserException e) {
            DataProblem problem = new DataProblem(root, e.sentence());
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
            return false;
        }
    }
}
