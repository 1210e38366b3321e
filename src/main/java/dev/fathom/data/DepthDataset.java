package dev.fathom.data;

import dev.fathom.core.Intrinsics;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A data set on disk, of whatever format. Holds no pixels: what cannot be used is in {@link #problems()}, the rest in the
 * lists.
 */
public final class DepthDataset {
    private final Path root;
    private final String format;
    private final Listing listing;
    private final SplitRule rule;
    private final SampleLists samples;
    private final Optional<Intrinsics> intrinsics;

    /**
     * @param format name of the format in which it was listed
     * @throws UserException if the split that is asked for does not fit, or there is no sample at all
     */
    public DepthDataset(Path root, String format, Listing listing, DataOptions options) {
        this.root = root;
        this.format = format;
        this.listing = NamedSamples.of(root, listing);
        boolean draw = options.split() instanceof SplitRule.AsFound && !listing.divided();
        this.rule = draw ? SplitRule.Ratio.USUAL : options.split();
        this.samples = rule.divide(this.listing.samples());
        this.intrinsics = listing.intrinsics();
        requireSomething();
    }

    private void requireSomething() {
        if (samples.isEmpty()) {
            List<DataProblem> problems = listing.problems();
            String first = problems.isEmpty()
                    ? ""
                    : " (" + problems.size() + " files were left out, the first: "
                            + problems.get(0).file() + ": " + problems.get(0).description() + ")";
            throw new UserException(
                    "There is no usable picture in " + root + ", read as " + format + first,
                    "Check the folder, or say with --format what it is");
        }
    }

    public Path root() {
        return root;
    }

    /** Name of the format in which it is read. */
    public String format() {
        return format;
    }

    /** Units of the stored depth per metre. */
    public double unitsPerMetre() {
        return listing.unitsPerMetre();
    }

    /** The camera of the decoded pictures, entered or of the data set. */
    public Optional<Intrinsics> intrinsics() {
        return intrinsics;
    }

    /** In words, how pairs were divided. */
    public String splitRule() {
        return rule.text();
    }

    /** Whether the division is the data set's own, so that opening it again gives the same. */
    public boolean isDividedAsFound() {
        return rule instanceof SplitRule.AsFound;
    }

    /** Pictures with depth to train on, sorted by stem or in the order of a list. */
    public List<Sample> train() {
        return samples.train();
    }

    /** Pictures with depth to choose the best weights by. */
    public List<Sample> val() {
        return samples.val();
    }

    /** Pictures with depth to score in the end. */
    public List<Sample> test() {
        return samples.test();
    }

    /** Pictures for which no depth is needed. */
    public List<Sample> unlabeled() {
        return samples.unlabeled();
    }

    /**
     * Pictures with depth by the name of their split.
     *
     * @param split train, val, test or all
     * @throws UserException if it is none of these, or has no picture
     */
    public List<Sample> split(String split) {
        List<Sample> found =
                switch (split) {
                    case SplitList.TRAIN -> train();
                    case SplitList.VAL -> val();
                    case SplitList.TEST -> test();
                    case "all" -> samples.labelled();
                    default ->
                        throw new UserException(
                                "There is no split \"" + split + "\" with depth", "Use train, val, test or all");
                };
        if (found.isEmpty()) {
            throw new UserException(
                    "The split " + split + " of " + root + " (" + format + ") has no picture with depth",
                    "It has " + train().size() + " pairs in train, " + val().size() + " in val and " + test().size()
                            + " in test; choose one of these, or divide it with \"fathom data split\"");
        }
        return found;
    }

    /** The samples as they are divided. */
    public SampleLists samples() {
        return samples;
    }

    /** Everything that was left out: missing partners, doubled stems, unknown file types. */
    public List<DataProblem> problems() {
        return listing.problems();
    }

    /**
     * SHA-256, in hex, over the depth scale and the split, stem and file sizes of every sample: tells data sets and
     * their changes apart without reading the pixels.
     */
    public String fingerprint() {
        try {
            return new Fingerprint("scale " + unitsPerMetre())
                    .add("train", train())
                    .add("val", val())
                    .add("test", test())
                    .add("unlabeled", unlabeled())
                    .hex();
        } catch (IOException e) {
            throw new UserException(
                    "The data set " + root + " changed while it was read: " + e.getMessage(), "Try again", e);
        }
    }
}
