package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.RgbFile;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.DataConfig;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.DistillationConfig.TapPair;
import dev.fathom.run.DistillationConfig.Term;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistilledTrainingTest {
    private static final int UNLABELLED = 3;

    @TempDir
    private static Path folder;

    private static TinyRuns tiny;
    private static RunFolder teacher;

    @BeforeAll
    static void trainATeacher() throws IOException {
        tiny = new TinyRuns(folder);
        for (int i = 0; i < UNLABELLED; i++) {
            byte[] rgb = new byte[TinyRuns.HEIGHT * TinyRuns.WIDTH * 3];
            for (int k = 0; k < rgb.length; k++) {
                rgb[k] = (byte) (100 + 50 * Math.sin(.01 * k * (i + 1)));
            }
            RgbFile.writePng(
                    folder.resolve("unlabelled/" + i + ".png"), new RgbImage(TinyRuns.WIDTH, TinyRuns.HEIGHT, rgb));
        }
        teacher = tiny.create(tiny.config(1, "resnet18-light", null, null));
        Training.run(teacher, () -> false, TrainingProgress.silent());
    }

    private static Term term(String strategy, String variant, List<TapPair> pairs) {
        return new Term(strategy, variant, null, null, null, pairs);
    }

    /** All strategies by one teacher, two of them with adapters, and learnt weights, with pictures without labels. */
    private static RunConfig everything() {
        RunConfig c = tiny.config(2);
        DistillationConfig all = new DistillationConfig(
                teacher.id(),
                "structure_aware",
                "as_published",
                null,
                null,
                null,
                null,
                List.of(
                        new Term("pairwise", "as_published", .01, Map.of("pool_scale", .5), null, null),
                        term("l2", null, List.of(new TapPair("encoder/8", "encoder/8", null))),
                        term("channel_wise", "full", List.of(new TapPair("decoder/8", "decoder/4", null))),
                        term("mimicry", null, null)),
                null,
                20,
                1);
        return new RunConfig(
                null,
                "all",
                null,
                7L,
                c.model(),
                new DataConfig(
                        c.data().folder(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        folder.resolve("unlabelled").toString(),
                        null),
                c.training(),
                c.optimizer(),
                c.schedule(),
                c.augmentation(),
                c.losses(),
                "learned",
                all);
    }

    @Test
    void allStrategiesWithEverythingTheyLearnGoOnToTheLastBitAfterAStop() throws IOException {
        RunFolder whole = tiny.create(everything());
        RunFolder broken = tiny.create(everything());
        List<Double> expected = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        Training.run(whole, () -> false, (step, of, epoch, loss, speed, left) -> expected.add(loss));
        TrainingProgress collecting = (step, of, epoch, loss, speed, left) -> losses.add(loss);
        assertEquals(RunState.STOPPED, Training.run(broken, () -> losses.size() >= 2, collecting));
        assertEquals(RunState.STOPPED, Training.run(broken, () -> losses.size() >= 3, collecting));
        assertEquals(RunState.FINISHED, Training.run(broken, () -> false, collecting));
        assertEquals(expected, losses);
        for (String role : List.of(Checkpoints.WEIGHTS, Checkpoints.OPTIMIZER, Checkpoints.AUXILIARY)) {
            Weights first = last(whole, role);
            Weights second = last(broken, role);
            assertEquals(first.tensors().keySet(), second.tensors().keySet());
            first.tensors()
                    .forEach((name, tensor) -> assertArrayEquals(
                            tensor.values(), second.tensor(name).values(), 0f, name));
        }
        whatIsLearntBesidesStaysOutOfTheNetwork(whole);
        everyTermIsReported(whole);
        theAffinityMapsThatArePooledAreTold(whole);
    }

    private static void theAffinityMapsThatArePooledAreTold(RunFolder run) throws IOException {
        List<String> notices = EventLog.read(run.events()).stream()
                .filter(Event.Notice.class::isInstance)
                .map(event -> ((Event.Notice) event).message())
                .filter(message -> message.contains("averaged"))
                .toList();
        assertEquals(
                List.of("The features of decoder/4 and decoder/4 are averaged from 8x8 to 4x4 for structure_aware,"
                        + " because distillation.max_places is 20"),
                notices);
        assertTrue(run.readConfig().toYaml().contains("max_places: 20"));
    }

    private static Weights last(RunFolder run, String role) throws IOException {
        Checkpoint last = Checkpoints.of(run).find(Checkpoints.LAST).orElseThrow();
        return Weights.read(Checkpoints.of(run).file(last, role));
    }

    private static void whatIsLearntBesidesStaysOutOfTheNetwork(RunFolder run) throws IOException {
        Graph graph = TrainedNetwork.graph(run.readConfig().model());
        assertEquals(
                graph.parameters().keySet(),
                last(run, Checkpoints.WEIGHTS).tensors().keySet());
        Weights learnt = last(run, Checkpoints.AUXILIARY);
        assertEquals(
                List.of(
                        "l2/adapter0.bias",
                        "l2/adapter0.weight",
                        "channel_wise/adapter0.bias",
                        "channel_wise/adapter0.weight",
                        "reweighting/gradient",
                        "reweighting/robust",
                        "reweighting/silog"),
                List.copyOf(learnt.tensors().keySet()));
        assertNotEquals(1f, learnt.tensor("reweighting/silog").values()[0]);
        assertNotEquals(0f, learnt.tensor("l2/adapter0.bias").values()[0]);
    }

    private static void everyTermIsReported(RunFolder run) throws IOException {
        Event.Step first = EventLog.read(run.events()).stream()
                .filter(Event.Step.class::isInstance)
                .map(Event.Step.class::cast)
                .findFirst()
                .orElseThrow();
        Map<String, Double> terms = first.terms();
        assertEquals(
                List.of(
                        "silog",
                        "gradient",
                        "robust",
                        "structure_aware",
                        "pairwise",
                        "l2",
                        "channel_wise",
                        "mimicry",
                        "p_silog",
                        "p_gradient",
                        "p_robust"),
                List.copyOf(terms.keySet()));
        double onDepth = terms.get("silog") + .25 * terms.get("gradient") + .6 * terms.get("robust");
        double distilled = 10 * terms.get("structure_aware")
                + .01 * terms.get("pairwise")
                + .01 * terms.get("l2")
                + .01 * terms.get("channel_wise")
                + terms.get("mimicry");
        // All p are 1 in the first step.
        assertEquals(onDepth / 2 + 3 * Math.log(2) + distilled, first.loss(), 1e-5 * first.loss());
        String header = Files.readAllLines(run.metrics()).get(0);
        assertTrue(header.contains("train/mimicry,train/p_silog,train/p_gradient,train/p_robust,val/"), header);
    }

    @Test
    void whatAStrategyDoesNotKnowIsRefused() {
        refused(new Term("l2", null, null, Map.of("tau", 4.0), null, null), "l2 has no parameter \"tau\"");
        refused(new Term("channel_wise", "half", null, null, null, null), "Use one of masked, full");
        refused(
                new Term("channel_wise", null, null, Map.of("tau", 0.0), null, null),
                "tau of distillation strategy channel_wise is 0.0. Set it to a number greater than 0");
        refused(
                new Term("pairwise", null, null, Map.of("pool_scale", 2.0), null, null),
                "pool_scale of distillation strategy pairwise is 2.0. Set it to a number from 0 to 1");
        refused(term("structure_aware", null, null), "A distillation strategy is named twice");
        refused(
                term("mimicry", null, List.of(new TapPair("decoder/4", "decoder/4", null))),
                "mimicry compares depths, not taps");
        UserException unknown = assertThrows(UserException.class, () -> term("structure", null, null));
        assertTrue(
                unknown.sentence().contains("Use one of structure_aware, pairwise, l2, channel_wise, mimicry"),
                unknown.sentence());
    }

    private static void refused(Term also, String why) {
        DistillationConfig config = new DistillationConfig(
                teacher.id(), null, null, null, null, null, null, List.of(also), null, null, null);
        RunFolder run = tiny.create(tiny.config(1, "litedepth", null, config));
        UserException e =
                assertThrows(UserException.class, () -> Training.run(run, () -> false, TrainingProgress.silent()));
        assertTrue(e.sentence().contains(why), e.sentence());
    }
}
