package dev.fathom.ui;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.ValidMask;
import dev.fathom.data.ColorPng;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.OwnerProcess;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Samples;
import dev.fathom.run.SmallConfig;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes run folders as training would leave them, without training. */
public final class RunFixture {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final int STEPS_AN_EPOCH = 50;

    private final RunFolder folder;
    private final int epochs;
    private final Random random;
    private final boolean distilled;

    private RunFixture(RunFolder folder, int epochs, boolean distilled, long seed) {
        this.folder = folder;
        this.epochs = epochs;
        this.distilled = distilled;
        this.random = new Random(seed);
    }

    /** A queued run; {@code teacher} is the id of its teacher or null, {@code minute} orders the runs. */
    public static RunFixture create(Workspace workspace, String name, int epochs, String teacher, int minute) {
        return create(workspace, name, epochs, teacher, minute, "street");
    }

    /** As above; {@code data} is the folder of its data set. */
    static RunFixture create(Workspace workspace, String name, int epochs, String teacher, int minute, String data) {
        DistillationConfig distillation = teacher == null ? null : DistillationConfig.by(teacher);
        RunConfig config = SmallConfig.of(name, data, distillation);
        Clock clock = Clock.fixed(START.plusSeconds(60L * minute), ZoneOffset.UTC);
        RunFolder folder = RunFolder.create(workspace.runs(), config, null, clock);
        return new RunFixture(folder, epochs, teacher != null, name.hashCode());
    }

    public RunFolder folder() {
        return folder;
    }

    /** Writes the events of epochs 1 to {@code done}. */
    public RunFixture events(int done) throws IOException {
        try (EventLog log = EventLog.append(folder.events())) {
            log.write(new Event.StateChanged(START, RunState.RUNNING, null));
            for (int epoch = 1; epoch <= done; epoch++) {
                for (int i = 1; i <= STEPS_AN_EPOCH; i++) {
                    log.write(step((epoch - 1) * STEPS_AN_EPOCH + i, epoch));
                }
                log.write(validation(epoch));
            }
        }
        return this;
    }

    /** The event of one step. */
    public Event.Step step(int step, int epoch) {
        int steps = epochs * STEPS_AN_EPOCH;
        double trend = 0.18 + 0.9 * Math.exp(-4.0 * step / steps);
        double silog = trend * (1 + 0.2 * random.nextGaussian() * 0.5);
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("silog", silog);
        terms.put("gradient", 0.35 * trend * (1 + 0.1 * random.nextGaussian()));
        if (distilled) {
            terms.put("structure_aware", 0.05 + 0.3 * trend * trend * (1 + 0.1 * random.nextGaussian()));
        }
        double loss = terms.values().stream().mapToDouble(v -> v).sum();
        return new Event.Step(
                START.plusSeconds(step),
                step,
                steps,
                epoch,
                loss,
                terms,
                4e-3 * (1 - step / (double) steps),
                41.8,
                (steps - step) * 1.3);
    }

    /** The event of one epoch's end; si-RMSE is 0.2 + 0.5 / epoch. */
    public Event.Epoch validation(int epoch) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("si_rmse", 0.2 + 0.5 / epoch);
        metrics.put("rmse", 1.5 + 3.0 / epoch);
        metrics.put("abs_rel", 0.12 + 0.3 / epoch);
        metrics.put("log10", 0.05 + 0.1 / epoch);
        return new Event.Epoch(
                START.plusSeconds(epoch), epoch, epochs, (long) epoch * STEPS_AN_EPOCH, 0.2 + 0.9 / epoch, metrics);
    }

    /** Sets the state that {@code run.json} says; running means by this very process. */
    public RunFixture state(RunState state) throws IOException {
        folder.update(info -> {
            RunInfo running = info.running(OwnerProcess.current(), START);
            return state == RunState.RUNNING ? running : running.ended(state, START.plusSeconds(600), null);
        });
        return this;
    }

    /** Says running while the process is gone. */
    public RunFixture interrupted() throws IOException {
        OwnerProcess self = OwnerProcess.current();
        OwnerProcess gone = new OwnerProcess(self.pid(), self.started().minusSeconds(60), self.host());
        folder.update(info -> info.running(gone, START));
        return this;
    }

    public RunFixture failed(String what, String remedy) throws IOException {
        folder.update(info -> info.running(OwnerProcess.current(), START)
                .ended(RunState.FAILED, START.plusSeconds(60), new RunInfo.Failure(what, remedy)));
        return this;
    }

    public RunFixture best(int epoch) throws IOException {
        folder.update(info -> info.withBest(new RunInfo.Best(epoch, "si_rmse", 0.2 + 0.5 / epoch)));
        return this;
    }

    public RunFixture log(String text) throws IOException {
        Files.writeString(folder.log(), text);
        return this;
    }

    /** Writes previews and predictions of a {@code width} x {@code height} scene; errors shrink with the epoch. */
    public RunFixture samples(int width, int height, List<String> ids, List<Integer> sampled) throws IOException {
        Samples samples = Samples.of(folder);
        for (String id : ids) {
            DepthMap truth = scene(width, height, id.hashCode());
            RgbFile.writePng(samples.rgb(id), picture(truth));
            DepthPng.write(samples.depth(id), truth, DepthPng.MILLIMETRES);
            for (int epoch : sampled) {
                DepthMap prediction = prediction(truth, epoch);
                DepthPng.write(samples.prediction(epoch, id), prediction, DepthPng.MILLIMETRES);
                ColorPng.write(samples.colour(epoch, id), prediction, ColorMap.named("turbo"), 1, 20);
            }
        }
        return this;
    }

    /** A ground plane with a ball, an invalid sky and an invalid shadow beside the ball. Depth rises with the row. */
    static DepthMap scene(int width, int height, int variant) {
        float[] metres = new float[width * height];
        BitSet valid = new BitSet(metres.length);
        double ballX = width * (0.3 + 0.1 * Math.floorMod(variant, 5));
        double ballY = height * 0.6;
        double radius = height * 0.18;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double distance = Math.hypot(x - ballX, y - ballY);
                metres[i] = (float) (distance < radius ? 3 + distance / radius : 2 + 18.0 * (height - y) / height);
                boolean shadow = distance >= radius && distance < radius * 1.12 && x > ballX;
                valid.set(i, y > height / 6 && !shadow);
            }
        }
        return new DepthMap(width, height, metres, ValidMask.of(width, height, valid));
    }

    private static RgbImage picture(DepthMap truth) {
        byte[] rgb = new byte[truth.metres().length * 3];
        for (int i = 0; i < truth.metres().length; i++) {
            int shade = (int) Math.max(30, 220 - 9 * truth.metres()[i]);
            boolean sky = i / truth.width() <= truth.height() / 6;
            rgb[3 * i] = (byte) (sky ? 150 : shade);
            rgb[3 * i + 1] = (byte) (sky ? 190 : (int) (shade * 0.85));
            rgb[3 * i + 2] = (byte) (sky ? 235 : (int) (shade * 0.7));
        }
        return new RgbImage(truth.width(), truth.height(), rgb);
    }

    /** Truth times 1 + 1 / (epoch + 1) everywhere, valid everywhere. */
    private static DepthMap prediction(DepthMap truth, int epoch) {
        float[] metres = truth.metres().clone();
        for (int i = 0; i < metres.length; i++) {
            double wave = 1 + Math.sin(i % truth.width() * 9.0 / truth.width());
            metres[i] *= (float) (1 + 0.4 * wave / (epoch + 1));
        }
        return DepthMap.ofPositive(truth.width(), truth.height(), metres);
    }
}
