package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.run.AugmentationConfig;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.DataConfig;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.OwnerProcess;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Samples;
import dev.fathom.run.ScheduleConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final BooleanSupplier NEVER = () -> false;

    @TempDir
    private static Path folder;

    private TinyRuns tiny;

    @BeforeEach
    void data() throws IOException {
        tiny = new TinyRuns(folder);
    }

    /** The losses of all steps of a run that is stopped after each of the given numbers of steps and then resumed. */
    private static List<Double> train(RunFolder run, long... stops) throws IOException {
        List<Double> losses = new ArrayList<>();
        for (long stop : stops) {
            assertEquals(RunState.STOPPED, Training.run(run, () -> losses.size() >= stop, collecting(losses)));
            assertEquals(RunState.STOPPED, run.state());
        }
        assertEquals(RunState.FINISHED, Training.run(run, NEVER, collecting(losses)));
        assertEquals(RunState.FINISHED, run.state());
        return losses;
    }

    private static TrainingProgress collecting(List<Double> losses) {
        return (step, of, epoch, loss, speed, left) -> losses.add(loss);
    }

    private static void assertSameWeights(RunFolder a, RunFolder b, String checkpoint) throws IOException {
        Weights first = weights(a, checkpoint);
        Weights second = weights(b, checkpoint);
        assertEquals(first.tensors().keySet(), second.tensors().keySet());
        for (String name : first.tensors().keySet()) {
            assertArrayEquals(first.tensor(name).values(), second.tensor(name).values(), 0f, name);
        }
    }

    private static Weights weights(RunFolder run, String checkpoint) throws IOException {
        Checkpoints checkpoints = Checkpoints.of(run);
        Checkpoint found = checkpoints.find(checkpoint).orElseThrow();
        return Weights.read(checkpoints.file(found, Checkpoints.WEIGHTS));
    }

    @Test
    void aRunThatWasStoppedAndResumedIsBitByBitTheOneThatWasNot() throws IOException {
        RunFolder whole = tiny.create(tiny.config(4));
        RunFolder broken = tiny.create(tiny.config(4));
        // In the middle of the first epoch, at the end of the second, twice in the third.
        assertEquals(train(whole), train(broken, 2, 6, 7, 8));
        assertSameWeights(whole, broken, Checkpoints.LAST);
        assertSameWeights(whole, broken, Checkpoints.BEST);
        assertEquals(whole.info().best(), broken.info().best());
        assertEquals(rowsWithoutTime(whole), rowsWithoutTime(broken));
        assertEquals(epochs(whole), epochs(broken));
    }

    @Test
    void aRunThatWasKilledGoesOnFromItsLastCheckpoint() throws IOException {
        RunFolder whole = tiny.create(tiny.config(3));
        RunFolder killed = tiny.create(tiny.config(3));
        List<Double> expected = train(whole);
        List<Double> losses = new ArrayList<>();
        // An error that nobody foresees, one step into the third epoch, stands for the kill.
        TrainingProgress bomb = (step, of, epoch, loss, speed, left) -> {
            losses.add(loss);
            if (step == 7) {
                throw new IllegalStateException("killed");
            }
        };
        assertThrows(UserException.class, () -> Training.run(killed, NEVER, bomb));
        assertEquals(RunState.FAILED, killed.state());
        Files.writeString(killed.metrics(), "3,9,17", StandardOpenOption.APPEND);
        Files.writeString(killed.events(), "{\"type\":\"st", StandardOpenOption.APPEND);
        List<Double> rest = new ArrayList<>();
        Training.run(killed, NEVER, collecting(rest));
        assertEquals(expected.subList(0, 7), losses);
        assertEquals(expected.subList(6, 9), rest);
        assertSameWeights(whole, killed, Checkpoints.LAST);
        assertEquals(rowsWithoutTime(whole), rowsWithoutTime(killed));
        assertEquals(List.of(1, 2, 3), epochs(killed));
    }

    private static List<String> rowsWithoutTime(RunFolder run) throws IOException {
        return Files.readAllLines(run.metrics()).stream()
                .map(row -> row.replaceFirst("^(\\d+,\\d+),[0-9.E]+,", "$1,"))
                .toList();
    }

    private static List<Integer> epochs(RunFolder run) throws IOException {
        return EventLog.read(run.events()).stream()
                .filter(Event.Epoch.class::isInstance)
                .map(event -> ((Event.Epoch) event).epoch())
                .toList();
    }

    @Test
    void theRunFolderHoldsWhatTheDesignPromises() throws IOException {
        RunFolder run = tiny.create(tiny.config(3));
        train(run);
        List<String> rows = Files.readAllLines(run.metrics());
        assertEquals(
                "epoch,step,wall_time,lr,train/loss,train/silog,train/gradient,train/robust,val/si_rmse,val/rmse,"
                        + "val/abs_rel,val/log10",
                rows.get(0));
        assertEquals(4, rows.size());
        Samples samples = Samples.of(run);
        assertEquals(List.of(2, 3), samples.epochs());
        assertEquals(List.of("scene0", "scene1"), samples.ids());
        assertTrue(Files.exists(samples.prediction(2, "scene1")));
        assertTrue(Files.exists(samples.colour(2, "scene1")));
        assertTrue(Files.exists(samples.depth("scene1")));
        assertTrue(Files.exists(run.provenance()));
        RunInfo.Best best = run.info().best();
        assertEquals("si_rmse", best.metric());
        assertEquals(
                best, Checkpoints.of(run).find(Checkpoints.BEST).orElseThrow().best());
        assertFalse(run.stopRequested());
        UserException again = assertThrows(UserException.class, () -> train(run));
        assertTrue(again.sentence().contains("is finished"), again.sentence());
    }

    @Test
    void aStopRequestInTheFolderStopsAfterTheStep() throws IOException {
        RunFolder run = tiny.create(tiny.config(3));
        TrainingProgress asking = (step, of, epoch, loss, speed, left) -> {
            try {
                run.requestStop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        assertEquals(RunState.STOPPED, Training.run(run, NEVER, asking));
        assertEquals(
                1,
                Checkpoints.of(run)
                        .find(Checkpoints.LAST)
                        .orElseThrow()
                        .position()
                        .step());
        assertFalse(run.stopRequested());
    }

    @Test
    void aLossThatIsNotFiniteEndsTheRunAndKeepsTheLastGoodCheckpoint() throws IOException {
        RunFolder run = tiny.create(tiny.config(3));
        List<Double> losses = new ArrayList<>();
        Training.run(run, () -> losses.size() >= 4, collecting(losses));
        Checkpoint good = Checkpoints.of(run).find(Checkpoints.LAST).orElseThrow();
        poison(run, good);
        Checkpoint poisoned = Checkpoints.of(run).find(Checkpoints.LAST).orElseThrow();
        assertEquals(RunState.DIVERGED, Training.run(run, NEVER, TrainingProgress.silent()));
        assertEquals(RunState.DIVERGED, run.state());
        String what = run.info().failure().what();
        assertTrue(what.contains("\"silog\" became NaN in step 5 of epoch 2 at learning rate"), what);
        assertEquals(poisoned, Checkpoints.of(run).find(Checkpoints.LAST).orElseThrow());
        assertTrue(Checkpoints.of(run).find(Checkpoints.BEST).isPresent());
        assertThrows(UserException.class, () -> Training.run(run, NEVER, TrainingProgress.silent()));
    }

    /** Puts one NaN into the weights from which the run goes on. */
    private static void poison(RunFolder run, Checkpoint checkpoint) throws IOException {
        Checkpoints checkpoints = Checkpoints.of(run);
        Weights weights = Weights.read(checkpoints.file(checkpoint, Checkpoints.WEIGHTS));
        Weights adam = Weights.read(checkpoints.file(checkpoint, Checkpoints.OPTIMIZER));
        weights.tensor("backbone.timm_model.conv_stem.weight").values()[0] = Float.NaN;
        checkpoints.write(
                Checkpoints.LAST,
                Map.of(Checkpoints.WEIGHTS, weights::write, Checkpoints.OPTIMIZER, adam::write),
                checkpoint.position(),
                checkpoint.best(),
                checkpoint.written());
    }

    @Test
    void aStudentStartsFromAFinishedRunAndLearnsFromATeacher() throws IOException {
        RunFolder teacher = tiny.create(tiny.config(1, "resnet18-light", null, null));
        RunFolder stageOne = tiny.create(tiny.config(1));
        train(teacher);
        train(stageOne);
        DistillationConfig distillation = DistillationConfig.by(teacher.id());
        RunFolder whole = tiny.create(tiny.config(2, "litedepth", stageOne.id(), distillation));
        RunFolder broken = tiny.create(tiny.config(2, "litedepth", stageOne.id(), distillation));
        List<Double> losses = train(whole);
        assertEquals(losses, train(broken, 4));
        assertSameWeights(whole, broken, Checkpoints.LAST);
        Event.Step first = EventLog.read(whole.events()).stream()
                .filter(Event.Step.class::isInstance)
                .map(Event.Step.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("silog", "gradient", "robust", "structure_aware"),
                List.copyOf(first.terms().keySet()));
        double weighted = first.terms().get("silog")
                + 0.25 * first.terms().get("gradient")
                + 0.6 * first.terms().get("robust")
                + 10 * first.terms().get("structure_aware");
        assertEquals(weighted, first.loss(), 1e-5 * weighted);
        assertNotEquals(0, first.terms().get("structure_aware"));
    }

    @Test
    void whatCannotWorkIsRefusedBeforeTraining() throws IOException {
        RunFolder noTeacher = tiny.create(tiny.config(1, "litedepth", null, DistillationConfig.by("nowhere")));
        assertRefused(noTeacher, "distillation.teacher names nowhere, and there is no such run");
        RunFolder untrained = tiny.create(tiny.config(1, "resnet18-light", null, null));
        RunFolder student = tiny.create(tiny.config(1, "litedepth", null, DistillationConfig.by(untrained.id())));
        assertRefused(student, "has no weights yet");
        untrained.update(info -> info.running(OwnerProcess.current(), Instant.now()));
        assertRefused(student, "which is still being trained");
        assertRefused(tiny.create(tiny.config(1, "litedeth", null, null)), "There is no network called \"litedeth\"");
    }

    @Test
    void dataAndSettingsThatDoNotFitAreRefused() throws IOException {
        RunConfig c = tiny.config(1);
        AugmentationConfig big = AugmentationConfig.cropping(List.of(List.of(240, 128)));
        assertRefused(create(c.data(), c.schedule(), big), "The crop [240, 128] is larger than the image of 120x128");
        ScheduleConfig rising = ScheduleConfig.poly(null, 0.1, null, null);
        assertRefused(create(c.data(), rising, c.augmentation()), "schedule.min_learning_rate (0.1) is above");
        DataConfig missing = DataConfig.of(folder.resolve("missing").toString());
        assertRefused(create(missing, c.schedule(), c.augmentation()), "missing does not exist");
    }

    private RunFolder create(DataConfig data, ScheduleConfig schedule, AugmentationConfig augmentation) {
        RunConfig c = tiny.config(1);
        return tiny.create(new RunConfig(
                null,
                c.name(),
                null,
                c.seed(),
                c.model(),
                data,
                c.training(),
                c.optimizer(),
                schedule,
                augmentation,
                c.losses(),
                null,
                null));
    }

    private static void assertRefused(RunFolder run, String why) {
        UserException e = assertThrows(UserException.class, () -> Training.run(run, NEVER, TrainingProgress.silent()));
        assertTrue(e.sentence().contains(why), e.sentence());
        assertEquals(RunState.FAILED, run.state());
        assertEquals(e.what(), run.info().failure().what());
    }

    @Test
    void aFewPicturesAreLearntByHeart() throws IOException {
        List<Double> losses = train(tiny.create(tiny.unvaried(60)));
        double before = mean(losses.subList(0, 3));
        double after = mean(losses.subList(losses.size() - 3, losses.size()));
        assertTrue(after < 0.3 * before, before + " to " + after);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }
}
