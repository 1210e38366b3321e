package dev.fathom.data;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.Optional;

/** A way in which data sets lie on disks. Looking and opening read names and a few headers and no pixels. */
public interface DatasetFormat {
    /** How sure looking is. */
    enum Confidence {
        /** It could be read so, if it is nothing else. */
        POSSIBLE,
        /** Names fit. */
        LIKELY,
        /** Names fit that nothing else has. */
        CERTAIN
    }

    /**
     * What looking found.
     *
     * @param why a clause such as "it has train/rgb and validation/rgb"
     */
    record Detection(Confidence confidence, String why) {}

    /** What users call it, for {@code --format} and {@code data.format}. */
    String name();

    /** What it looks like, a clause for people. */
    String layout();

    /** Whether this folder looks like it. */
    Optional<Detection> detect(Path root);

    /**
     * Lists the samples. The rule by which they are divided is the caller's to apply.
     *
     * @throws UserException if a folder or a list file cannot be read
     */
    Listing open(Path root, DataOptions options);
}
