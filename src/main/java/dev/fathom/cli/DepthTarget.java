package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What gives depth, as named on a command line. */
sealed interface DepthTarget {
    /** A run's best weights. */
    record Run(RunFolder run) implements DepthTarget {}

    /** A TFLite file, from Fathom or from elsewhere. */
    record Model(Path file) implements DepthTarget {}

    /** Depth files that exist already. */
    record Folder(Path folder) implements DepthTarget {}

    /**
     * Tells them apart: a file ends in .tflite, a run has a run.json, any other folder holds predictions; what is no path
     * is a run's name or id.
     *
     * @throws UserException if there is nothing of that name
     */
    static DepthTarget find(String reference, Path workspace) throws IOException {
        Path path = Path.of(reference);
        if (reference.toLowerCase(Locale.ROOT).endsWith(".tflite")) {
            if (!Files.isRegularFile(path)) {
                throw new UserException("There is no file " + reference, "Check the path of the model");
            }
            return new Model(path);
        }
        if (Files.isDirectory(path) && !Files.exists(path.resolve("run.json"))) {
            return new Folder(path);
        }
        requireName(reference, path);
        return new Run(new Workspace(workspace).find(reference));
    }

    /** Says of a path what is wrong with it, where the list of runs would be no help. */
    private static void requireName(String reference, Path path) {
        if (Files.isRegularFile(path)) {
            throw new UserException(
                    reference + " is neither a run, nor a .tflite file, nor a folder",
                    "Name a run's folder, a .tflite file or a folder of predictions");
        }
        if (path.getNameCount() > 1 && !Files.exists(path)) {
            throw new UserException("There is no folder " + reference, "Check the path");
        }
    }
}
