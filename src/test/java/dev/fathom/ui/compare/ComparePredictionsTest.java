package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.ui.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images that no epoch predicted are predicted and scored by workers. */
class ComparePredictionsTest extends CompareTestBase {
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
                "This run has kept predictions of one epoch: \"Predictions every\" in the experiment's training says how often it does",
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
        assertEquals("", model.probeProperty().get().validity());
        assertEquals("", pane(Picture.MASK).valueProperty().get());
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
