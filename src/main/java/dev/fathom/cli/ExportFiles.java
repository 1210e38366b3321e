package dev.fathom.cli;

import dev.fathom.run.RunFolder;
import java.nio.file.Path;

/** Names of the files in a run's {@code export} folder. */
final class ExportFiles {
    private ExportFiles() {}

    static Path f32(RunFolder run) {
        return run.export().resolve("model_f32.tflite");
    }

    static Path f32Report(RunFolder run) {
        return run.export().resolve("model_f32.json");
    }
}
