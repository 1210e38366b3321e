package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.data.BatchLoader;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ResNeSt's case at a price of seconds: at 32x32 pixels the deepest batch norms see one value an image. */
class LastBatchOfOneTest {
    private static final String SMALLEST = "litedepth@32x32";

    @TempDir
    private Path folder;

    private TinyRuns tiny;

    @BeforeEach
    void data() throws IOException {
        tiny = new TinyRuns(folder);
    }

    private RunConfig config(int batchSize, String network) {
        RunConfig usual = tiny.config(2, network, null, null);
        return ConfigOverrides.apply(
                new BundledFiles.Text("test", usual.toYaml()), Map.of("training.batch_size", batchSize));
    }

    /** The numbers of the steps of two epochs, the second of them after a stop. */
    private static List<Long> steps(RunFolder run) throws IOException {
        List<Long> steps = new ArrayList<>();
        TrainingProgress progress = (step, of, epoch, loss, speed, left) -> {
            steps.add(step);
            steps.add(of);
        };
        assertEquals(RunState.STOPPED, Training.run(run, () -> !steps.isEmpty(), progress));
        assertEquals(RunState.FINISHED, Training.run(run, () -> false, progress));
        return steps;
    }

    private static List<String> passedOver(RunFolder run) throws IOException {
        return EventLog.read(run.events()).stream()
                .filter(Event.Notice.class::isInstance)
                .map(event -> ((Event.Notice) event).message())
                .filter(message -> message.contains("passed over"))
                .toList();
    }

    @Test
    void aNetworkThatNeedsTwoImagesIsTrainedWithoutThePictureThatIsLeftOver() throws IOException {
        RunFolder run = tiny.create(config(5, SMALLEST));
        assertEquals(List.of(1L, 2L, 2L, 2L), steps(run), "one step an epoch");
        assertTrue(passedOver(run).get(0).startsWith("The last picture of each epoch"));
        assertEquals(2, TrainingData.open(run.readConfig(), problem -> {}).steps(), "as many as were announced");
    }

    @Test
    void otherNetworksAreTrainedOnALastBatchOfOne() {
        TrainingData data = TrainingData.open(config(5, "litedepth@64x64"), problem -> {});
        List<Integer> sizes = new ArrayList<>();
        try (BatchLoader loader = data.training(0)) {
            loader.epoch(1, 0).forEachRemaining(batch -> sizes.add(batch.size()));
        }
        assertEquals(List.of(5, 1), sizes);
        assertEquals(4, data.steps());
    }

    @Test
    void aBatchThatBadFilesLeaveWithOneImageIsPassedOver() throws IOException {
        Files.write(tiny.data().resolve("train/rgb/scene2.png"), new byte[7]);
        RunFolder run = tiny.create(config(2, SMALLEST));
        assertEquals(RunState.FINISHED, Training.run(run, () -> false, TrainingProgress.silent()));
        List<String> told = passedOver(run);
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("In epoch 1 its batch is passed over"), told.get(0));
    }

    @Test
    void oneImageInEveryBatchIsRefusedBeforeTheRun() throws IOException {
        assertRefused(config(1, SMALLEST));
        for (int scene = 1; scene < TinyRuns.TRAIN; scene++) {
            Files.delete(tiny.data().resolve("train/rgb/scene" + scene + ".png"));
        }
        assertRefused(config(8, SMALLEST));
    }

    private void assertRefused(RunConfig config) {
        String told = assertThrows(UserException.class, () -> Preflight.check(config, folder))
                .sentence();
        assertTrue(told.contains("cannot be trained with one image in a batch"), told);
        assertTrue(told.contains("Use at least 2 pictures and a batch size of at least 2"), told);
    }
}
