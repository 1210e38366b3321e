package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunState;
import dev.fathom.ui.RunFixture;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs, epochs and teachers are compared. */
class ComparedRunsTest extends CompareTestBase {
    @Test
    void theNewestRunItsFirstImageAndItsLastEpochAreShownFirst() throws IOException {
        run("old", null, 0, 5);
        run("new", null, 1, 5, 10);
        model.refresh();
        assertEquals("new", model.runProperty().get().name());
        assertEquals("a", model.images().selectedProperty().get().id());
        assertEquals(new Moment(10), model.epochs().chosen());
        for (Picture picture : List.of(Picture.RGB, Picture.TRUTH, Picture.RUN_A, Picture.ABSOLUTE_A, Picture.MASK)) {
            assertTrue(shown(picture).isThere(), picture.title());
        }
    }

    @Test
    void aWorkspaceWithoutRunsSaysWhatToDo() {
        model.refresh();
        String reason = shown(Picture.RGB).reason();
        assertTrue(reason.startsWith("There is no run yet: start the quickstart"), reason);
    }

    @Test
    void aRunWithoutSamplesSaysWhenTheyCome() throws IOException {
        RunFixture.create(workspace, "young", 40, null, 0).state(RunState.RUNNING);
        model.refresh();
        assertNull(model.epochs().chosen());
        String reason = model.vacancyProperty().get();
        assertTrue(reason.contains("writes predictions of its preview images every few epochs"), reason);
        model.open(run("later", null, 1, 5).folder());
        assertEquals("", model.vacancyProperty().get());
    }

    @Test
    void anotherRunIsOpenedWithItsOwnImagesAtItsNewestEpoch() throws IOException {
        RunFixture old = run("old", null, 0, 5);
        run("new", null, 1, 10, 20);
        model.refresh();
        model.epochs().step(-1);
        model.open(old.folder());
        assertEquals(new Moment(5), model.epochs().chosen());
        assertEquals("old", model.runProperty().get().name());
    }

    @Test
    void aRunWithoutATeacherSaysSo() throws IOException {
        run("alone", null, 0, 5);
        model.refresh();
        assertEquals(
                "alone has no teacher: it was trained without distillation",
                shown(Picture.TEACHER).reason());
        assertNull(shown(Picture.TEACHER).predictable());
    }

    @Test
    void theTeachersEpochIsTheOneNearestToItsBest() throws IOException {
        RunFixture teacher = run("teacher", null, 0, 5, 20, 40).best(22);
        run("student", teacher.folder().id(), 1, 5);
        model.refresh();
        assertTrue(shown(Picture.TEACHER).isThere());
        assertEquals("Teacher, epoch 20", pane(Picture.TEACHER).titleProperty().get());
    }

    @Test
    void aTeacherThatIsGoneIsExplained() throws IOException {
        run("student", "2026-01-01_0000_gone", 1, 5);
        model.refresh();
        String reason = shown(Picture.TEACHER).reason();
        assertTrue(reason.contains("2026-01-01_0000_gone"), reason);
        assertTrue(shown(Picture.RUN_A).isThere());
    }

    @Test
    void runBKeepsStepWithRunA() throws IOException {
        RunFixture other = run("other", null, 0, 4, 9, 20);
        run("one", null, 1, 5, 10);
        model.refresh();
        assertEquals("Choose run B at the top of the page", shown(Picture.RUN_B).reason());
        model.secondProperty().set(choice(other));
        assertEquals("Run B, epoch 9", pane(Picture.RUN_B).titleProperty().get());
        model.epochs().step(-1);
        assertEquals("Run B, epoch 4", pane(Picture.RUN_B).titleProperty().get());
        model.swapRuns();
        assertEquals("other", model.runProperty().get().name());
        assertEquals(new Moment(20), model.epochs().chosen());
        assertEquals("Run B, epoch 10", pane(Picture.RUN_B).titleProperty().get());
    }

    @Test
    void theSliderFollowsNewEpochsOnlyFromTheLastOne() throws IOException {
        RunFixture run = run("student", null, 0, 5, 10);
        model.refresh();
        run.samples(48, 36, IDS, List.of(15));
        model.refresh();
        assertEquals(new Moment(15), model.epochs().chosen());
        model.epochs().step(-2);
        assertEquals(new Moment(5), model.epochs().chosen());
        run.samples(48, 36, IDS, List.of(20));
        model.refresh();
        assertEquals(new Moment(5), model.epochs().chosen());
        assertEquals(4, model.epochs().list().size());
        assertEquals("", model.epochs().obstacleProperty().get());
        model.epochs().step(-1);
        assertEquals(new Moment(5), model.epochs().chosen());
    }
}
