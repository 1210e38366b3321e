package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.EventLog;
import dev.fathom.run.RunState;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.Notice;
import dev.fathom.ui.plot.Curve;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of the chosen run, and of others over it. */
class ChosenRunTest extends RunsTestBase {
    @Test
    void theChosenRunsMetricsCurvesAndProgressFollowItsEvents() throws IOException {
        RunFixture run = RunFixture.create(workspace, "student", 10, null, 0)
                .events(4)
                .log("first line\n")
                .state(RunState.RUNNING);
        model.refresh();
        RunViewModel shown = model.run();
        assertEquals("0.325", shown.metrics().cards().get(0).valueProperty().get());
        assertEquals(
                "best so far, epoch 4",
                shown.metrics().cards().get(0).noteProperty().get());
        assertEquals("2.250 m", shown.metrics().cards().get(1).valueProperty().get());
        assertEquals(
                "41.8 img/s", shown.metrics().cards().get(3).valueProperty().get());
        assertEquals(
                "Epoch 4 of 10, step 200 of 500", shown.progressTextProperty().get());
        assertEquals("6 min 30 s left", shown.timeTextProperty().get());
        assertEquals("first line\n", shown.logProperty().get());
        List<String> names = shown.curves().ofGroup().stream().map(Curve::name).toList();
        assertEquals(List.of("train loss", "silog", "gradient", "validation si-RMSE"), names);
        assertEquals(
                200, shown.curves().named("train loss").orElseThrow().series().size());
        assertEquals(
                4,
                shown.curves()
                        .named("validation si-RMSE")
                        .orElseThrow()
                        .series()
                        .size());

        try (EventLog log = EventLog.append(run.folder().events())) {
            log.write(run.step(201, 5));
        }
        shown.poll();
        assertEquals(
                201, shown.curves().named("train loss").orElseThrow().series().lastX());
        assertEquals(
                "Epoch 5 of 10, step 201 of 500", shown.progressTextProperty().get());
    }

    @Test
    void eventsThatAResumedRunDropsAreForgotten() throws IOException {
        RunFixture run =
                RunFixture.create(workspace, "student", 10, null, 0).events(4).state(RunState.RUNNING);
        model.refresh();
        EventLog.retain(run.folder().events(), event -> event instanceof dev.fathom.run.Event.Step s && s.step() <= 60);
        model.run().poll();
        assertEquals(
                60,
                model.run().curves().named("train loss").orElseThrow().series().size());
        assertEquals(60, Math.round(model.run().progressProperty().get() * 500));
        assertEquals("–", model.run().metrics().cards().get(0).valueProperty().get());
    }

    @Test
    void choosingAnotherRunForgetsTheFirst() throws IOException {
        RunFixture.create(workspace, "with-steps", 10, null, 0)
                .events(2)
                .log("hello\n")
                .state(RunState.STOPPED);
        RunFixture.create(workspace, "empty", 10, null, 1);
        model.refresh();
        choose("with-steps");
        assertEquals("hello\n", model.run().logProperty().get());
        choose("empty");
        assertEquals("", model.run().logProperty().get());
        assertTrue(model.run().curves().list().isEmpty());
        assertEquals(0, model.run().progressProperty().get());
    }

    private void assertStands(String word, String sentence) {
        RunItem item = model.list().selected();
        assertEquals(word, model.standing(item).word());
        assertEquals(word, model.run().standingProperty().getValue());
        assertEquals(sentence, model.run().sentenceProperty().getValue());
    }

    @Test
    void aFreshRunIsInOneStateAtATime() throws IOException {
        RunFixture run = RunFixture.create(workspace, "small", 10, null, 0);
        model.refresh();
        assertStands("not started", "Not started: it is not in the queue");
        model.queue().heldProperty().set(true);
        model.actions().queue();
        assertStands("queued", "Queued: place 1 of 1 in the queue");
        model.queue().heldProperty().set(false);
        model.queue().update();
        assertEquals(1, workers.started().size());
        String starting = "Starting: the data are read, the network is prepared";
        assertStands("starting", starting);
        assertEquals(-1.0, model.run().barProperty().getValue());
        model.actions().stop();
        assertTrue(workers.started().get(0).isCancelled(), "its worker can be stopped already");
        run.state(RunState.RUNNING);
        model.refresh();
        model.run().poll();
        assertStands("starting", starting);
        assertEquals("", model.run().timeTextProperty().get());
        run.events(1);
        model.run().poll();
        assertEquals("running", model.run().standingProperty().getValue(), "before the list knows");
        model.refresh();
        assertStands("running", "Epoch 1 of 10, step 50 of 500");
    }

    @Test
    void aFailedRunSaysWhatAndTheRemedy() throws IOException {
        RunFixture.create(workspace, "student", 10, null, 0).failed("The disk is full", "Free some space");
        model.refresh();
        assertEquals(
                new Notice(Notice.Kind.ERROR, "The disk is full", "Free some space"),
                model.run().troubleProperty().get());
    }

    @Test
    void otherRunsLieOverTheChosenOneWithAColourOfTheirOwn() throws IOException {
        threeRuns();
        choose("student");
        RunItem teacher = model.list().items().get(2);
        model.layOver(List.of(teacher));
        Curve over = model.run().curves().named("teacher  train loss").orElseThrow();
        assertEquals(500, over.series().size());
        assertEquals(model.run().overlayColour(teacher), over.colour());
        assertEquals(
                List.of(new ConfigTable.Row("name", List.of("student", "teacher"))),
                model.configs().contentProperty().get().rows());
        model.layOver(List.of());
        assertTrue(model.run().curves().named("teacher  train loss").isEmpty());
        List<ConfigTable.Row> rows = model.configs().contentProperty().get().rows();
        assertTrue(rows.size() > 20, "one run shows all its fields");
        assertTrue(rows.contains(
                new ConfigTable.Row("augmentation.crops", List.of("[240, 384], [360, 512], [480, 640]"))));
        assertTrue(rows.contains(new ConfigTable.Row("augmentation.gamma", List.of("0.9, 1.1"))));
    }
}
