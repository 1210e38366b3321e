package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Samples;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the panes show: pictures, their colours and what is read in them. */
class ComparePanesTest extends CompareTestBase {
    private DepthRange range() {
        return model.shownProperty().get().painted().shared();
    }

    @Test
    void everyPictureCanBeShownInAnyPane() throws IOException {
        RunFixture teacher = run("teacher", null, 0, 5);
        run("student", teacher.folder().id(), 1, 5);
        model.refresh();
        model.secondProperty().set(choice(teacher));
        for (Picture picture : Picture.values()) {
            model.panes().all().get(3).pictureProperty().set(picture);
            Found<Raster> content = model.panes().all().get(3).contentProperty().get();
            assertTrue(content.isThere(), picture + ": " + content.reason());
            assertEquals(
                    picture.title(), model.panes().all().get(3).titleProperty().get());
        }
    }

    @Test
    void theFirstImageIsDrawnOnce() throws IOException {
        run("alone", null, 0, 5);
        List<Shown> drawn = new ArrayList<>();
        model.shownProperty().addListener((property, before, now) -> drawn.add(now));
        model.refresh();
        assertEquals(List.of(model.shownProperty().get()), drawn);
        model.refresh();
        assertEquals(1, drawn.size(), "nothing has changed");
    }

    @Test
    void onlyShownPanesAreColoured() throws IOException {
        run("alone", null, 0, 5);
        model.refresh();
        model.panes().setCount(2);
        assertEquals(
                Set.of(Picture.RGB, Picture.TRUTH),
                model.shownProperty().get().painted().rasters().keySet());
        model.panes().setCount(9);
        assertEquals(6, model.panes().countProperty().get());
        assertEquals(6, model.shownProperty().get().painted().rasters().keySet().size());
        model.panes().toggleAlone(4);
        assertEquals(List.of(pane(Picture.ABSOLUTE_A)), model.panes().shown());
        model.panes().toggle(ViewMode.SWIPE);
        assertEquals(
                List.of(pane(Picture.RGB), pane(Picture.TRUTH)), model.panes().shown());
    }

    @Test
    void aDamagedPredictionIsExplainedInItsPaneAndTheOthersGoOn() throws IOException {
        RunFixture run = run("student", null, 0, 5);
        Path file = Samples.of(run.folder()).prediction(5, "a");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
        model.refresh();
        assertTrue(
                shown(Picture.RUN_A).reason().contains("damaged"),
                shown(Picture.RUN_A).reason());
        assertTrue(shown(Picture.TRUTH).isThere());
        assertFalse(shown(Picture.ABSOLUTE_A).isThere());
    }

    @Test
    void theProbeReadsMetresAndErrorsInAllPanes() throws IOException {
        RunFixture other = run("other", null, 0, 7);
        run("student", null, 1, 3);
        model.refresh();
        model.secondProperty().set(choice(other));
        model.view().setPaneSize(48, 36);
        // Row 18 of 36 is the ball or the ground at 2 + 18 * 18 / 36 = 11 m; column 0 is ground, where the error is
        // 0.4 * (1 + sin 0) / 4 = 10 %, and of the run at epoch 7 0.4 / 8 = 5 %.
        model.view().probeAt(0.5, 18.5);
        Probe probe = model.probeProperty().get();
        assertEquals(11, probe.truth(), 1e-3);
        assertEquals(12.1, probe.prediction(Side.A), 1e-3);
        assertEquals(1.1, probe.signedError(Side.A), 2e-3);
        assertEquals(0.1, probe.relativeError(Side.A), 2e-4);
        assertEquals(0.55, probe.absoluteError(Side.B), 2e-3);
        assertEquals(0.05, probe.relativeError(Side.B), 2e-4);
        assertTrue(Double.isNaN(probe.prediction(Side.TEACHER)));
        assertEquals("11.00 m", pane(Picture.TRUTH).valueProperty().get());
        assertEquals("1.10 m  10.0 %", pane(Picture.ABSOLUTE_A).valueProperty().get());
        assertEquals("valid", pane(Picture.MASK).valueProperty().get());
        model.view().probeAt(0.5, 2.5);
        assertEquals("invalid", model.probeProperty().get().validity());
        assertEquals("–", pane(Picture.TRUTH).valueProperty().get());
        model.view().clearProbe();
        assertNull(model.probeProperty().get());
        assertEquals("", pane(Picture.TRUTH).valueProperty().get());
    }

    @Test
    void theErrorsAreCountedForEveryPredictionThatIsThere() throws IOException {
        RunFixture other = run("other", null, 0, 5);
        run("student", null, 1, 5);
        model.refresh();
        assertEquals(Set.of(Side.A), model.statisticsProperty().get().bySide().keySet());
        model.secondProperty().set(choice(other));
        assertEquals(
                Set.of(Side.A, Side.B),
                model.statisticsProperty().get().bySide().keySet());
        model.numbersShownProperty().set(false);
        model.secondProperty().set(null);
        assertEquals(2, model.statisticsProperty().get().bySide().size(), "what is not shown is not counted");
    }

    @Test
    void theRangeIsTheGroundTruthsUntilTheUserFixesOne() throws IOException {
        run("student", null, 0, 5);
        model.refresh();
        DepthRange automatic = range();
        assertTrue(automatic.near() > 2 && automatic.far() < 20, automatic.toString());
        model.coloursProperty().set(Colours.DEFAULT.withRule(RangeRule.fixed(new DepthRange(1, 2))));
        assertEquals(new DepthRange(1, 2), range());
        assertEquals(0.25, model.shownProperty().get().painted().greatestError());
        // The ground goes from 2 + 18 * 1 / 36 m in the last row to 2 + 18 * 29 / 36 m in row 7, the first below the
        // sky.
        model.coloursProperty().set(Colours.DEFAULT.withRule(RangeRule.EXTREMES));
        assertEquals(2.5, range().near(), 1e-3);
        assertEquals(16.5, range().far(), 1e-3);
        model.coloursProperty().set(Colours.DEFAULT);
        assertEquals(automatic, range());
    }

    @Test
    void panesThatAreNotLinkedTakeTheirOwnRange() throws IOException {
        run("student", null, 0, 1);
        model.refresh();
        Painted linked = model.shownProperty().get().painted();
        assertEquals(linked.ranges().get(Picture.TRUTH), linked.ranges().get(Picture.RUN_A));
        model.coloursProperty().set(Colours.DEFAULT.withLinked(false));
        Painted own = model.shownProperty().get().painted();
        assertEquals(linked.shared(), own.ranges().get(Picture.TRUTH));
        assertTrue(own.ranges().get(Picture.RUN_A).far() > own.shared().far() + 1);
    }

    @Test
    void invalidPixelsKeepTheirColourUnderEveryMap() throws IOException {
        run("student", null, 0, 5);
        model.refresh();
        for (String map : List.of("turbo", "gray", "magma")) {
            model.coloursProperty().set(Colours.DEFAULT.withMap(map));
            assertEquals(Colouring.INVALID, shown(Picture.TRUTH).value().argb()[0], map);
            assertEquals(Colouring.MASK_INVALID, shown(Picture.MASK).value().argb()[0], map);
        }
    }
}
