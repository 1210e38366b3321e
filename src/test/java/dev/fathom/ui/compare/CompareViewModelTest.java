package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunState;
import dev.fathom.run.Samples;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    private static final List<String> IDS = List.of("a", "b");

    @TempDir
    Path root;

    private Workspace workspace;
    private CompareViewModel model;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
        model = new CompareViewModel(workspace, new CurrentThreadTaskExecutor(), new Notices());
    }

    private RunFixture run(String name, String teacher, int minute, Integer... epochs) throws IOException {
        return RunFixture.create(workspace, name, 40, teacher, minute)
                .samples(48, 36, IDS, List.of(epochs))
                .state(RunState.RUNNING);
    }

    private Found<Raster> shown(Pane pane) {
        return model.pane(pane).contentProperty().get();
    }

    @Test
    void theNewestRunItsFirstImageAndItsLastEpochAreShownFirst() throws IOException {
        run("old", null, 0, 5);
        run("new", null, 1, 5, 10);
        model.refresh();
        assertEquals("new", model.runProperty().get().name());
        assertEquals("a", model.idProperty().get());
        assertEquals(10, model.epoch());
        for (Pane pane : List.of(Pane.RGB, Pane.TRUTH, Pane.STUDENT, Pane.ERROR, Pane.MASK)) {
            assertTrue(shown(pane).isThere(), pane.title());
        }
    }

    @Test
    void aRunWithoutATeacherSaysSoAndCallsItsOwnAPrediction() throws IOException {
        run("alone", null, 0, 5);
        model.refresh();
        assertEquals(
                "This run has no teacher: it was trained without distillation",
                shown(Pane.TEACHER).reason());
        assertEquals("Prediction", model.pane(Pane.STUDENT).titleProperty().get());
    }

    @Test
    void theTeachersEpochIsTheOneNearestToItsBest() throws IOException {
        RunFixture teacher = run("teacher", null, 0, 5, 20, 40).best(22);
        run("student", teacher.folder().id(), 1, 5);
        model.refresh();
        assertEquals("Student", model.pane(Pane.STUDENT).titleProperty().get());
        assertTrue(shown(Pane.TEACHER).isThere());
        assertEquals(20, model.paintedProperty().get().choice().run().teacherEpoch());
    }

    @Test
    void aTeacherThatIsGoneIsExplained() throws IOException {
        run("student", "2026-01-01_0000_gone", 1, 5);
        model.refresh();
        assertTrue(
                shown(Pane.TEACHER).reason().contains("2026-01-01_0000_gone"),
                shown(Pane.TEACHER).reason());
        assertTrue(shown(Pane.STUDENT).isThere());
    }

    @Test
    void theProbeReadsMetresAndErrorsInAllPanes() throws IOException {
        run("student", null, 0, 3);
        model.refresh();
        model.view().setPaneSize(48, 36);
        // Row 18 of 36 is the ball or the ground at 2 + 18 * 18 / 36 = 11 m; column 0 is ground, where the error is
        // 0.4 * (1 + sin 0) / 4 = 10 %.
        model.view().probeAt(0.5, 18.5);
        Probe probe = model.probeProperty().get();
        assertEquals(11, probe.truth(), 1e-3);
        assertEquals(12.1, probe.student(), 1e-3);
        assertEquals(1.1, probe.absoluteError(), 2e-3);
        assertEquals(0.1, probe.relativeError(), 2e-4);
        assertTrue(Double.isNaN(probe.teacher()));
        assertEquals("11.00 m", model.pane(Pane.TRUTH).valueProperty().get());
        assertEquals("valid", model.pane(Pane.MASK).valueProperty().get());
        model.view().probeAt(0.5, 2.5);
        assertFalse(model.probeProperty().get().valid());
        assertEquals("–", model.pane(Pane.TRUTH).valueProperty().get());
        model.view().clearProbe();
        assertNull(model.probeProperty().get());
        assertEquals("", model.pane(Pane.TRUTH).valueProperty().get());
    }

    @Test
    void theSliderFollowsNewEpochsOnlyFromTheLastOne() throws IOException {
        RunFixture run = run("student", null, 0, 5, 10);
        model.refresh();
        run.samples(48, 36, IDS, List.of(15));
        model.refresh();
        assertEquals(15, model.epoch());
        model.stepEpoch(-2);
        assertEquals(5, model.epoch());
        run.samples(48, 36, IDS, List.of(20));
        model.refresh();
        assertEquals(5, model.epoch());
        assertEquals(List.of(5, 10, 15, 20), model.epochs());
        model.stepEpoch(-1);
        assertEquals(5, model.epoch());
    }

    @Test
    void theRangeIsTheGroundTruthsUntilTheUserSetsOne() throws IOException {
        run("student", null, 0, 5);
        model.refresh();
        DepthRange automatic = model.paintedProperty().get().range();
        assertTrue(automatic.near() > 2 && automatic.far() < 20, automatic.toString());
        model.fixedRangeProperty().set(new DepthRange(1, 2));
        assertEquals(new DepthRange(1, 2), model.paintedProperty().get().range());
        assertEquals(0.25, model.paintedProperty().get().greatestError());
        model.fixedRangeProperty().set(null);
        assertEquals(automatic, model.paintedProperty().get().range());
    }

    @Test
    void invalidPixelsKeepTheirColourUnderEveryMap() throws IOException {
        run("student", null, 0, 5);
        model.refresh();
        for (String map : List.of("turbo", "gray", "magma")) {
            model.colourMapProperty().set(map);
            assertEquals(Colouring.INVALID, shown(Pane.TRUTH).value().argb()[0], map);
            assertEquals(Colouring.MASK_INVALID, shown(Pane.MASK).value().argb()[0], map);
        }
    }

    @Test
    void aDamagedPredictionIsExplainedInItsPaneAndTheOthersGoOn() throws IOException {
        RunFixture run = run("student", null, 0, 5);
        Path file = Samples.of(run.folder()).prediction(5, "a");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 60));
        model.refresh();
        assertTrue(
                shown(Pane.STUDENT).reason().contains("damaged"),
                shown(Pane.STUDENT).reason());
        assertTrue(shown(Pane.TRUTH).isThere());
        assertFalse(shown(Pane.ERROR).isThere());
    }

    @Test
    void aRunWithoutSamplesSaysWhenTheyCome() throws IOException {
        RunFixture.create(workspace, "young", 40, null, 0).state(RunState.RUNNING);
        model.refresh();
        assertNull(model.epoch());
        assertTrue(shown(Pane.RGB).reason().startsWith("No sample predictions yet"));
    }

    @Test
    void anotherRunIsOpenedWithItsOwnSamplesAndTheRangeStartsAnew() throws IOException {
        RunFixture old = run("old", null, 0, 5);
        run("new", null, 1, 10);
        model.refresh();
        model.fixedRangeProperty().set(new DepthRange(1, 2));
        model.open(old.folder());
        assertEquals(5, model.epoch());
        assertEquals("old", model.runProperty().get().name());
        assertTrue(model.paintedProperty().get().range().far() > 2);
    }
}
