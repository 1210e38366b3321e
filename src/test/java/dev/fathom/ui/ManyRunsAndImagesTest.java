package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.probe.FrameProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A thousand runs and ten thousand images: how long it takes from asking until they are listed and laid out, on pages
 * that were made ahead as in the program, and how long the window stood still meanwhile. {@code target/story/many.txt} has the numbers; what is asserted is only that
 * nothing is out of all proportion on a busy machine.
 */
@Tag("slow")
class ManyRunsAndImagesTest extends WindowTestBase {
    private static final int RUNS = 1_000;
    private static final int IMAGES = 10_000;
    private static final double PATIENCE_SECONDS = 20;
    private static final Path REPORT = Pictures.STORY.resolve("many.txt");

    private static RunFolder newest;

    private FrameProbe probe;
    private volatile String step = "the page of runs";
    private Listing runs;

    @Override
    void start(Stage window) throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.deleteIfExists(REPORT);
        super.start(window);
        probe = FrameProbe.start(REPORT, () -> step);
        runs = new Listing(RUNS, () -> shell.runs().list().items());
    }

    /** Beforehand: a window may not be kept waiting for it. */
    @BeforeAll
    static void fillFolders() throws IOException {
        Path images = images(folder.resolve("data"));
        for (int i = 0; i < RUNS; i++) {
            newest = RunFixture.create(new Workspace(folder), "run-" + i, 10, null, i, images.toString())
                    .events(1)
                    .state(RunState.FINISHED)
                    .best(1)
                    .folder();
        }
    }

    @Override
    void fill(Workspace empty) throws IOException {
        Files.move(newest.path().getParent(), empty.runs());
        newest = RunFolder.open(empty.runs().resolve(newest.id()));
    }

    /** One pair under many names: as many to validate on. */
    private static Path images(Path root) throws IOException {
        Path rgb = Files.createDirectories(root.resolve("val/rgb"));
        Path depth = Files.createDirectories(root.resolve("val/depth"));
        DepthMap scene = RunFixture.scene(64, 48, 0);
        byte[] grey = new byte[64 * 48 * 3];
        Arrays.fill(grey, (byte) 120);
        Path firstRgb = rgb.resolve("00000.png");
        Path firstDepth = depth.resolve("00000.png");
        RgbFile.writePng(firstRgb, new RgbImage(64, 48, grey));
        DepthPng.write(firstDepth, scene, DepthPng.MILLIMETRES);
        for (int i = 1; i < IMAGES; i++) {
            String name = String.format(Locale.ROOT, "%05d.png", i);
            Files.createLink(rgb.resolve(name), firstRgb);
            Files.createLink(depth.resolve(name), firstDepth);
        }
        return root;
    }

    /** Waits from its making until a list is full and the window was laid out afterwards. */
    private final class Listing {
        private final long asked = System.nanoTime();
        final CompletableFuture<Double> seconds = new CompletableFuture<>();

        Listing(int size, Supplier<List<?>> list) {
            shell.scene().addPostLayoutPulseListener(() -> {
                if (!seconds.isDone() && list.get().size() == size) {
                    seconds.complete((System.nanoTime() - asked) / 1e9);
                }
            });
        }

        /** Waits, lets the window settle and writes how long it took. */
        void report(String what) throws IOException {
            await(what, seconds::isDone);
            WaitForAsyncUtils.sleep(2, TimeUnit.SECONDS);
            String line = String.format(Locale.ROOT, "%s after %.2f s%n", what, seconds.join());
            Files.writeString(REPORT, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            assertTrue(seconds.join() < PATIENCE_SECONDS, line);
        }
    }

    private Listing listedAfterGoing(Destination destination, FxRobot robot, String list) {
        return onFx(() -> {
            step = list;
            Listing listing = new Listing(IMAGES, () -> robot.lookup(list)
                    .tryQueryAs(ListView.class)
                    .map(view -> (List<?>) view.getItems())
                    .orElse(List.of()));
            shell.go(destination);
            return listing;
        });
    }

    @Test
    void areListedSoon(FxRobot robot) throws IOException {
        runs.report("1,000 runs are listed");
        step = "pages are made ahead";
        Preparation preparation = onFx(shell::prepare);
        await("every page is there", () -> preparation.done());
        listedAfterGoing(new Destination.DataFolder(folder.resolve("data")), robot, "#pairs")
                .report("10,000 pairs are listed");
        listedAfterGoing(new Destination.ComparedRun(newest), robot, "#images")
                .report("10,000 images to compare are listed");
    }

    @AfterEach
    void endProbe() {
        onFx(() -> {
            probe.finish();
            return null;
        });
    }
}
