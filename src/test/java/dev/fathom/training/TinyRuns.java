package dev.fathom.training;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.ValidMask;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.run.AugmentationConfig;
import dev.fathom.run.DataConfig;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.LossConfig;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.OptimizerConfig;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.ScheduleConfig;
import dev.fathom.run.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;

/** Runs small enough to be trained in seconds: pictures of 128x120, 6 to train on and 3 to score. */
final class TinyRuns {
    static final int HEIGHT = 120;
    static final int WIDTH = 128;
    static final int TRAIN = 6;
    static final int VAL = 3;

    private final Path root;

    TinyRuns(Path root) throws IOException {
        this.root = root;
        if (!Files.exists(data())) {
            writeSplit("train", TRAIN, 0);
            writeSplit("val", VAL, 100);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    private void writeSplit(String split, int count, int seed) throws IOException {
        for (int i = 0; i < count; i++) {
            Path folder = data().resolve(split);
            String name = "scene" + i + ".png";
            RgbFile.writePng(folder.resolve("rgb").resolve(name), picture(seed + i));
            DepthPng.write(folder.resolve("depth").resolve(name), depth(seed + i), DepthPng.MILLIMETRES);
        }
    }

    /** Brightness falls with depth, so there is something to learn. */
    private static RgbImage picture(int scene) {
        byte[] rgb = new byte[HEIGHT * WIDTH * 3];
        for (int i = 0; i < HEIGHT * WIDTH; i++) {
            double metres = metres(scene, i % WIDTH, i / WIDTH);
            rgb[3 * i] = (byte) (250 - 20 * metres);
            rgb[3 * i + 1] = (byte) (100 + 50 * Math.sin(i * 0.37 + scene));
            rgb[3 * i + 2] = (byte) (10 * metres);
        }
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }

    private static DepthMap depth(int scene) {
        float[] metres = new float[HEIGHT * WIDTH];
        BitSet valid = new BitSet();
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) metres(scene, i % WIDTH, i / WIDTH);
            valid.set(i, (i % WIDTH + i / WIDTH * 3 + scene) % 17 != 0);
        }
        return new DepthMap(WIDTH, HEIGHT, metres, ValidMask.of(WIDTH, HEIGHT, valid));
    }

    private static double metres(int scene, int x, int y) {
        boolean box = Math.abs(x - 20 - 13 * (scene % 6)) < 18 && Math.abs(y - 60) < 30;
        return box ? 2 : 9 - 6.0 * y / HEIGHT;
    }

    /** LiteDepth for {@code epochs} of 3 steps, validated and sampled in each. */
    RunConfig config(int epochs) {
        return config(epochs, "litedepth", null, null);
    }

    RunConfig config(int epochs, String network, String initFrom, DistillationConfig distillation) {
        return new RunConfig(
                null,
                "tiny",
                null,
                7L,
                new ModelConfig(network, HEIGHT, WIDTH, initFrom, null),
                DataConfig.of(data().toString()),
                new TrainingConfig(epochs, 2, 1, 2, 2, 1, 1),
                OptimizerConfig.adam(2e-3, null, null, null),
                ScheduleConfig.poly(null, 1e-4, 2, null),
                AugmentationConfig.cropping(List.of(List.of(60, 64), List.of(120, 128))),
                List.of(
                        new LossConfig("silog", 1.0, null, null),
                        new LossConfig("gradient", 0.25, null, null),
                        new LossConfig("robust", 0.6, null, null)),
                null,
                distillation);
    }

    /** The same pictures in every epoch, all in one batch, without validation in between. */
    RunConfig unvaried(int epochs) {
        RunConfig c = config(epochs);
        return new RunConfig(
                null,
                "by heart",
                null,
                7L,
                c.model(),
                c.data(),
                new TrainingConfig(epochs, TRAIN, epochs, epochs, 0, epochs, 1),
                OptimizerConfig.adam(1e-2, null, null, null),
                ScheduleConfig.poly(null, 1e-3, 2, null),
                AugmentationConfig.none(),
                c.losses(),
                null,
                null);
    }

    RunFolder create(RunConfig config) {
        return RunFolder.create(root.resolve("runs"), config, null, Clock.systemUTC());
    }
}
