package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.run.RunState;
import dev.fathom.run.Samples;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.Raster;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    private static final List<String> IDS = List.of("a", "b");

    @TempDir
    Path root;

    private final Notices notices = new Notices();
    private final FakeWorkers workers = new FakeWorkers();
    private final JobList jobs = new JobList(workers, notices);
    private Workspace workspace;
    private CompareViewModel model;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
        model = new CompareViewModel(workspace, jobs, new CurrentThreadTaskExecutor(), notices);
    }

    private RunFixture run(String name, String teacher, int minute, Integer... epochs) throws IOException {
        return RunFixture.create(workspace, name, 40, teacher, minute)
                .samples(48, 36, IDS, List.of(epochs))
                .state(RunState.RUNNING);
    }

    private RunChoice choice(RunFixture run) {
        return new RunChoice(run.folder(), run.folder().info().name());
    }

    private PaneViewModel pane(Picture picture) {
        return model.panes().all().stream()
                .filter(pane -> pane.pictureProperty().get() == picture)
                .findFirst()
                .orElseGet(() -> {
                    model.panes().all().get(5).pictureProperty().set(picture);
                    return model.panes().all().get(5);
                });
    }

    private Found<Raster> shown(Picture picture) {
        return pane(picture).contentProperty().get();
    }

    private DepthRange range() {
        return model.shownProperty().get().painted().shared();
    }

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
        assertFalse(model.probeProperty().get().valid());
        assertEquals("–", pane(Picture.TRUTH).valueProperty().get());
        model.view().clearProbe();
        assertNull(model.probeProperty().get());
        assertEquals("", pane(Picture.TRUTH).valueProperty().get());
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

    /** A data set of two validation pictures, of which the run of samples knows the first. */
    private Path dataSet() throws IOException {
        Path data = Files.createDirectories(root.resolve("street"));
        for (String split : List.of("train", "val")) {
            for (String id : List.of("a", "c")) {
                DepthMap depth = DepthMap.ofPositive(8, 6, flat(2));
                RgbFile.writePng(
                        Files.createDirectories(data.resolve(split).resolve("rgb"))
                                .resolve(id + ".png"),
                        new RgbImage(8, 6, new byte[3 * 48]));
                DepthPng.write(
                        Files.createDirectories(data.resolve(split).resolve("depth"))
                                .resolve(id + ".png"),
                        depth,
                        1000);
            }
        }
        return data;
    }

    private static float[] flat(float metres) {
        float[] all = new float[48];
        Arrays.fill(all, metres);
        return all;
    }

    private RunFixture runOn(Path data) throws IOException {
        RunFixture run = run("student", null, 0, 5);
        Path config = run.folder().config();
        Files.writeString(config, Files.readString(config).replace("folder: street", "folder: " + data));
        return run;
    }

    private void choose(String id) {
        model.images().items().forEach(item -> {
            if (item.image().id().equals(id)) {
                model.images().choose(item.image());
            }
        });
    }

    @Test
    void anImageThatWasNotPredictedIsPredictedByAWorkerAndThenShown() throws IOException {
        RunFixture run = runOn(dataSet());
        model.refresh();
        assertEquals(
                List.of("a", "b", "c"),
                model.images().items().stream().map(item -> item.image().id()).toList());
        assertEquals("a", model.images().selectedProperty().get().id(), "an image with predictions comes first");
        choose("c");
        assertEquals(
                "This run has kept predictions of one epoch: training.sample_every says how often it does",
                model.epochs().obstacleProperty().get());
        assertEquals(
                "student has not predicted this image yet", shown(Picture.RUN_A).reason());
        assertEquals(Side.A, shown(Picture.ABSOLUTE_A).predictable());
        model.predict(Side.A);
        model.predict(Side.A);
        assertEquals(1, workers.started().size(), "the same work is begun once");
        Path out = run.folder().path().resolve("predictions/val");
        Path pictures = root.resolve("street/val/rgb");
        assertEquals(
                List.of(
                        "predict",
                        run.folder().path().toString(),
                        pictures.resolve("a.png").toString(),
                        pictures.resolve("c.png").toString(),
                        "--out",
                        out.toString(),
                        "--format",
                        "png16"),
                workers.started().get(0).arguments());
        assertEquals(1, model.work().living().size());
        DepthPng.write(out.resolve("png16/c.png"), DepthMap.ofPositive(8, 6, flat(2.5f)), 1000);
        model.refresh();
        assertTrue(shown(Picture.RUN_A).isThere());
        assertEquals(Moment.BEST, model.epochs().chosen());
        assertEquals(0.5, model.statisticsProperty().get().bySide().get(Side.A).mean(), 1e-6);
    }

    @Test
    void aPictureThatWasGivenAnotherNameIsFoundByTheListOfPredictions() throws IOException {
        RunFixture run = runOn(dataSet());
        Path out = run.folder().path().resolve("predictions/val");
        DepthPng.write(out.resolve("png16/c_png.png"), DepthMap.ofPositive(8, 6, flat(2)), 1000);
        Files.writeString(
                out.resolve("predictions.csv"),
                "picture,stem,width,height,near,far\n" + root.resolve("street/val/rgb/c.png") + ",c_png,8,6,2,2\n");
        model.refresh();
        choose("c");
        assertTrue(shown(Picture.RUN_A).isThere());
    }

    @Test
    void aDroppedPictureIsListedChosenAndPredicted() throws IOException {
        RunFixture run = runOn(dataSet());
        Path picture = root.resolve("my desk.png");
        RgbFile.writePng(picture, new RgbImage(4, 2, new byte[24]));
        model.drop(List.of(picture));
        assertEquals(
                "There is no run to predict with",
                notices.currentProperty().get().what());
        model.refresh();
        model.drop(List.of(picture));
        assertEquals("my desk", model.images().selectedProperty().get().id());
        assertTrue(shown(Picture.RGB).isThere());
        assertEquals("This image has no ground truth", shown(Picture.TRUTH).reason());
        Path out = run.folder().path().resolve("predictions/pictures");
        assertTrue(workers.started().get(0).arguments().contains(picture.toString()));
        DepthPng.write(
                out.resolve("png16/my desk.png"),
                DepthMap.ofPositive(4, 2, new float[] {1, 1, 1, 1, 2, 2, 2, 2}),
                1000);
        model.refresh();
        assertTrue(shown(Picture.RUN_A).isThere());
        assertFalse(shown(Picture.ABSOLUTE_A).isThere());
        model.view().setPaneSize(4, 2);
        model.view().probeAt(0.5, 1.5);
        assertEquals(2, model.probeProperty().get().prediction(Side.A), 1e-6);
    }

    @Test
    void scoresAreAskedForOnceAndOrderTheList() throws IOException {
        RunFixture run = runOn(dataSet());
        model.refresh();
        model.score();
        assertEquals(
                List.of(
                        "evaluate",
                        run.folder().path().toString(),
                        "--data",
                        root.resolve("street").toString()),
                workers.started().get(0).arguments());
        Path report = Files.createDirectories(run.folder().evaluation()).resolve("street_val_mai.json");
        Files.writeString(
                report,
                "{\"run\":\"x\",\"protocol\":\"mai\",\"split\":\"val\",\"pictures\":2,\"left_out\":0,\"problems\":[]}");
        Files.writeString(report.resolveSibling("street_val_mai.csv"), "picture,pixels,si_rmse\na,48,0.1\nc,48,0.4\n");
        model.refresh();
        assertEquals(
                List.of("c", "a", "b"),
                model.images().items().stream().map(item -> item.image().id()).toList());
    }
}
