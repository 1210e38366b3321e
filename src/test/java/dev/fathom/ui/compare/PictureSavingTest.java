package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import dev.fathom.ui.base.FilePicker;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.image.Raster;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PictureSavingTest {
    @TempDir
    static Path root;

    private final Notices notices = new Notices();
    private CompareViewModel model;
    private PictureSaving saving;
    private RunFixture run;
    private Path chosen;

    /** Answers the dialog with the proposed name in the temporary folder. */
    private final class Answer implements FilePicker {
        @Override
        public Optional<Path> folder(String title, Path start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> open(String title, Path start, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, Path start, String name) {
            chosen = root.resolve(name);
            return Optional.of(chosen);
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        Workspace workspace = new Workspace(Files.createTempDirectory(root, "ws"));
        run = RunFixture.create(workspace, "student", 20, null, 0)
                .samples(400, 300, List.of("kitchen"), List.of(5))
                .state(RunState.RUNNING);
        CurrentThreadTaskExecutor executor = new CurrentThreadTaskExecutor();
        model = new CompareViewModel(workspace, new JobList(new FakeWorkers(), notices), executor, notices);
        saving = new PictureSaving(model, new Answer(), executor, notices);
        model.refresh();
    }

    private void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    @Test
    void whatAPaneShowsIsSavedAndCopied() throws IOException {
        onFx(() -> {
            model.panes().activate(2);
            saving.savePicture();
        });
        assertEquals("kitchen_run-a.png", chosen.getFileName().toString());
        RgbImage saved = RgbFile.read(chosen);
        Raster shown = model.panes().activePane().contentProperty().get().value();
        assertEquals(400, saved.width());
        assertTrue(saved.height() > 300, "the colour bar lies below");
        for (int i : new int[] {0, 12_345, 400 * 300 - 1}) {
            int argb = shown.argb()[i];
            assertEquals(argb >> 16 & 0xff, saved.channel(i % 400, i / 400, 0));
            assertEquals(argb & 0xff, saved.channel(i % 400, i / 400, 2));
        }
        onFx(saving::saveDepth);
        DepthMap depth = DepthPng.read(chosen, DepthPng.MILLIMETRES);
        DepthMap predicted = DepthPng.read(Samples.of(run.folder()).prediction(5, "kitchen"), DepthPng.MILLIMETRES);
        assertEquals(predicted.metres(123, 45), depth.metres(123, 45));
        onFx(saving::savePoints);
        String header = Files.readString(chosen, StandardCharsets.ISO_8859_1).substring(0, 400);
        assertTrue(header.startsWith("ply\nformat binary_little_endian"), header);
        assertTrue(header.contains("element vertex 120000\n"), header);
        // The configuration names no focal length: the Kinect's 518.857901 px of 640 on 400 px.
        assertTrue(header.contains("fx 324.286"), header);
        onFx(saving::copy);
        onFx(() -> assertEquals(400, Clipboard.getSystemClipboard().getImage().getWidth()));
    }

    @Test
    void whatCannotBeSavedIsExplained() {
        onFx(() -> {
            model.panes().activate(0);
            saving.saveDepth();
        });
        assertEquals("RGB is no depth", notices.currentProperty().get().what());
        onFx(() -> {
            model.panes().activate(3);
            saving.savePicture();
        });
        assertTrue(notices.currentProperty().get().what().startsWith("There is no picture"));
        assertEquals(
                "Absolute error of student, epoch 5  ·  kitchen",
                PictureSaving.caption(model.shownProperty().get(), Picture.ABSOLUTE_A));
    }
}
