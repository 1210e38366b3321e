package dev.fathom.cli;

import dev.fathom.export.TfliteDepth;
import dev.fathom.prediction.DepthModel;
import dev.fathom.run.RunFolder;
import dev.fathom.training.RunDepth;
import java.io.IOException;
import java.nio.file.Path;

/** Loads networks into this process, which is a worker: a foreign file may cost it its life. */
final class DepthModels {
    private DepthModels() {}

    static DepthModel load(RunFolder run, ModelOptions options) throws IOException {
        options.requireNoneForRun(run.id());
        return RunDepth.load(run);
    }

    static DepthModel load(Path file, ModelOptions options) {
        int threads = Runtime.getRuntime().availableProcessors();
        return TfliteDepth.load(file, options.numbers(), options.unit(), options.size(), threads);
    }
}
