package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.ImageSize;
import dev.fathom.core.UsageException;
import dev.fathom.data.synthetic.BenchPairs;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.training.DataBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom bench data}: whether reading pairs keeps up with training. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = {
            "Reads, decodes, resizes and varies pairs of 640x480 JPEG and 16-bit PNG, and trains on them from memory,",
            "in turns on all cores: how many times faster than training is reading?"
        })
final class BenchDataCommand extends HeavyCommand {
    @Option(names = "--preset", paramLabel = "NAME", description = "Whose training, default ${DEFAULT-VALUE}.")
    private String preset = "litedepth2022-stage1-small";

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "In place of the preset's, default ${DEFAULT-VALUE}.")
    private String network = "litedepth@128x160";

    @Option(names = "--size", paramLabel = "HxW", description = "Of the network's image, default ${DEFAULT-VALUE}.")
    private String size = "128x160";

    @Option(names = "--data", paramLabel = "DIR", description = "A data set, instead of street scenes made for it.")
    private Path folder;

    @Option(names = "--seconds", paramLabel = "S", description = "Of each of nine turns, default ${DEFAULT-VALUE}.")
    private double seconds = 8;

    BenchDataCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws IOException {
        if (!(seconds >= 1)) {
            throw new UsageException("--seconds is " + seconds, "Give at least 1");
        }
        DataBench.Result result;
        try (BenchPairs pairs = BenchPairs.make()) {
            result = measure(
                    folder == null ? pairs.folder() : folder, pairs.folder().resolve("kept"));
        }
        ObjectNode value = (ObjectNode) Json.tree(result);
        value.put("factor", result.factor())
                .put("cpu_factor", result.cpuFactor())
                .put("preset", preset)
                .put("network", network)
                .put("size", size);
        session().result(value, text(result));
        return ExitCodes.SUCCESS;
    }

    private DataBench.Result measure(Path data, Path cache) throws IOException {
        ImageSize canvas = ImageSizes.parse(size);
        RunConfig config = ConfigOverrides.apply(
                BundledFiles.PRESETS.find(preset),
                Map.of(
                        "model.architecture", network,
                        "data.folder", data.toString(),
                        "model.image_height", canvas.height(),
                        "model.image_width", canvas.width(),
                        "augmentation.crops", crops(canvas),
                        "training.epochs", 1_000_000));
        return DataBench.run(config, seconds, cache, new WorkMonitor(session()));
    }

    /** Half, three quarters and all of the picture. */
    private static List<List<Integer>> crops(ImageSize canvas) {
        return List.of(
                List.of(canvas.height() / 2, canvas.width() / 2),
                List.of(canvas.height() * 3 / 4, canvas.width() * 3 / 4),
                List.of(canvas.height(), canvas.width()));
    }

    private String text(DataBench.Result r) {
        return String.format(
                Locale.ROOT,
                "%.0f pairs a second are read, decoded by %s and varied for %s, %.0f are trained on by %s: %.1f times as"
                        + " many on %d threads each; in processor time %.2f and %.2f ms a pair, %.1f times as little."
                        + " With a cache of decoded pairs (--cache DIR) %.0f a second, %.2f ms a pair",
                r.read(),
                r.decoders(),
                size,
                r.trained(),
                network,
                r.factor(),
                r.threads(),
                r.readCpuMillis(),
                r.trainedCpuMillis(),
                r.cpuFactor(),
                r.kept(),
                r.keptCpuMillis());
    }
}
