package dev.fathom.data;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set on disk: {@code train}, {@code val} and {@code unlabeled}, each with {@code rgb/} (PNG or JPEG) and
 * {@code depth/} (16-bit PNG). Picture and depth belong together by the file name without its ending, never by order.
 *
 * <p>Opening lists folders and reads no pixels. What cannot be used is in {@link #problems()}, the rest in the lists.
 */
public final class DepthFolder {
    private static final String LAYOUT =
            "Expected are DIR/train/rgb, DIR/train/depth, DIR/val/rgb and DIR/val/depth, and if there are any"
                    + " DIR/unlabeled/rgb, with PNG or JPEG pictures and 16-bit PNG depth of the same file names";

    private final Path root;
    private final double unitsPerMetre;
    private final List<Sample> train;
    private final List<Sample> val;
    private final List<Sample> unlabeled;
    private final List<DataProblem> problems;

    private DepthFolder(Path root, double unitsPerMetre, SplitScan train, SplitScan val, SplitScan unlabeled) {
        this.root = root;
        this.unitsPerMetre = unitsPerMetre;
        this.train = train.samples();
        this.val = val.samples();
        this.unlabeled = unlabeled.samples();
        List<DataProblem> all = new ArrayList<>(train.problems());
        all.addAll(val.problems());
        all.addAll(unlabeled.problems());
        this.problems = List.copyOf(all);
    }

    /**
     * Lists a data set.
     *
     * @param unitsPerMetre raw depth units per metre, 1000 for millimetres
     * @throws UserException if the folder does not exist, cannot be listed, or holds nothing usable
     */
    public static DepthFolder open(Path root, double unitsPerMetre) {
        if (!(unitsPerMetre > 0) || Double.isInfinite(unitsPerMetre)) {
            throw new UserException(
                    "The depth scale " + unitsPerMetre + " is not a positive number",
                    "Give raw units per metre, 1000 for millimetres");
        }
        if (!Files.isDirectory(root)) {
            throw new UserException(
                    "The data set folder " + root + (Files.exists(root) ? " is not a folder" : " does not exist"),
                    LAYOUT);
        }
        DepthFolder folder = new DepthFolder(
                root,
                unitsPerMetre,
                SplitScan.of(root.resolve("train"), true),
                SplitScan.of(root.resolve("val"), true),
                SplitScan.of(root.resolve("unlabeled"), false));
        folder.requireSomething();
        return folder;
    }

    private void requireSomething() {
        if (train.isEmpty() && val.isEmpty() && unlabeled.isEmpty()) {
            String first = problems.isEmpty()
                    ? ""
                    : " (" + problems.size() + " files were left out, the first: "
                            + problems.get(0).file() + ": " + problems.get(0).description() + ")";
            throw new UserException("There is no usable picture in " + root + first, LAYOUT);
        }
    }

    public Path root() {
        return root;
    }

    /** Raw depth units per metre. */
    public double unitsPerMetre() {
        return unitsPerMetre;
    }

    /** Pictures with depth to train on, sorted by stem. */
    public List<Sample> train() {
        return train;
    }

    /** Pictures with depth to score on, sorted by stem. */
    public List<Sample> val() {
        return val;
    }

    /** Pictures for which no depth is needed, sorted by stem. */
    public List<Sample> unlabeled() {
        return unlabeled;
    }

    /** Everything that was left out: missing partners, doubled stems, unknown file types. */
    public List<DataProblem> problems() {
        return problems;
    }

    /**
     * SHA-256, in hex, over the depth scale and the split, stem and file sizes of every sample: tells data sets and
     * their changes apart without reading the pixels.
     */
    public String fingerprint() {
        try {
            return new Fingerprint("scale " + unitsPerMetre)
                    .add("train", train)
                    .add("val", val)
                    .add("unlabeled", unlabeled)
                    .hex();
        } catch (IOException e) {
            throw new UserException(
                    "The data set " + root + " changed while it was read: " + e.getMessage(), "Try again", e);
        }
    }
}
