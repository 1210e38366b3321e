package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model to measure.
 *
 * @param run whose export it is, if it is one
 */
record MeasuredModel(Path file, Optional<RunFolder> run) {
    private static final String ENDING = ".tflite";

    /**
     * A file, or the exported file of a run.
     *
     * @throws UserException if there is none
     */
    static MeasuredModel find(String reference, Workspace workspace) throws IOException {
        if (reference.endsWith(ENDING) || Files.isRegularFile(Path.of(reference))) {
            Path file = Path.of(reference).toAbsolutePath();
            requireFile(file, "Check the path");
            return new MeasuredModel(file, runOf(file));
        }
        RunFolder run = workspace.find(reference);
        Path file = run.export().resolve(run.readConfig().model().architecture() + "_f32" + ENDING);
        requireFile(file, "Export the run first: fathom export " + reference);
        return new MeasuredModel(file, Optional.of(run));
    }

    private static void requireFile(Path file, String remedy) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("There is no model " + file, remedy);
        }
    }

    private static Optional<RunFolder> runOf(Path file) {
        Path folder = file.getParent().getParent();
        boolean exported = folder != null && Files.isRegularFile(folder.resolve("run.json"));
        return exported ? Optional.of(RunFolder.open(folder)) : Optional.empty();
    }
}
