package dev.fathom.data;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One line of the error table of a data set: a file that is left out, and why. The rest of the set is used.
 *
 * @param file the file at fault
 * @param description what is wrong with it and what to do, in sentences
 */
public record DataProblem(Path file, String description) {
    public DataProblem {
        Objects.requireNonNull(file);
        Objects.requireNonNull(description);
    }
}
