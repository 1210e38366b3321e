package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.data.format.DatasetFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BatchLoaderTest {
    private static final ImageSize CANVAS = new ImageSize(12, 16);
    private static final Augmentation RECIPE = LiteDepthRecipe.on(CANVAS, Augmentation.GammaScale.UNIT);
    private static final Reading UNCACHED = Reading.PLAIN.withCacheBytes(0);
    private static final Reading TWO_THREADS = UNCACHED.withThreads(2);
    private static final LoaderOptions TRAINING = LoaderOptions.training(CANVAS, 4, RECIPE, 11);

    @TempDir
    Path dir;

    private final List<DataProblem> problems = new CopyOnWriteArrayList<>();
    private List<Sample> samples;

    @BeforeEach
    void writeTenPairs() throws IOException {
        samples = TestImages.pairs(dir, 10);
    }

    @Test
    void evaluationVisitsEverySampleOnceInOrder() {
        try (BatchLoader loader = loader(LoaderOptions.evaluation(CANVAS, 4))) {
            List<Batch> batches = all(loader.epoch(0, 0));
            assertEquals(List.of(4, 4, 2), batches.stream().map(Batch::size).toList());
            assertEquals(
                    samples, batches.stream().flatMap(b -> b.samples().stream()).toList());
            Batch last = batches.get(2);
            assertEquals(2 * 12 * 16 * 3, last.images().length);
            assertEquals(2 * 12 * 16, last.mask().length);
            assertEquals(9f, last.images()[(12 * 16 + 5) * 3 + 2], "blue is the number of the picture");
            assertEquals(1.005f, last.depth()[12 * 16 + 5]);
        }
    }

    @Test
    void trainingVisitsEverySampleOnceInAnOrderOfTheEpoch() {
        try (BatchLoader loader = loader(TRAINING)) {
            List<Sample> first = visited(loader, 0);
            List<Sample> second = visited(loader, 1);
            assertEquals(new HashSet<>(samples), new HashSet<>(first));
            assertEquals(10, first.size());
            assertNotEquals(first, second);
            assertNotEquals(samples, first);
            assertEquals(first, visited(loader, 0));
        }
    }

    @Test
    void startingAtBatchKEqualsTheUninterruptedOrderToTheBit() {
        List<Batch> whole;
        try (BatchLoader loader = loader(TRAINING)) {
            all(loader.epoch(4, 0));
            whole = all(loader.epoch(5, 0));
        }
        try (BatchLoader loader = loader(TRAINING.with(TWO_THREADS))) {
            List<Batch> rest = all(loader.epoch(5, 1));
            assertEquals(2, rest.size());
            for (int i = 0; i < rest.size(); i++) {
                assertSame(whole.get(i + 1), rest.get(i));
            }
        }
    }

    @Test
    void badFilesAreToldOnceAndOnlyShrinkTheirBatch() throws IOException {
        List<Batch> whole;
        try (BatchLoader loader = loader(TRAINING)) {
            whole = all(loader.epoch(3, 0));
        }
        Sample broken = whole.get(1).samples().get(2);
        Files.write(broken.picture().file(), new byte[0]);
        try (BatchLoader loader = loader(TRAINING.with(UNCACHED))) {
            List<Batch> batches = all(loader.epoch(3, 0));
            all(loader.epoch(4, 0));
            assertEquals(
                    List.of(broken.picture().file()),
                    problems.stream().map(DataProblem::file).toList());
            assertSame(whole.get(0), batches.get(0));
            assertSame(whole.get(2), batches.get(2));
            List<Sample> others = new ArrayList<>(whole.get(1).samples());
            others.remove(broken);
            assertEquals(others, batches.get(1).samples());
        }
    }

    @Test
    void aBatchOfBadFilesIsPassedOverAndASetOfThemIsAnError() throws IOException {
        for (Sample sample : samples.subList(4, 8)) {
            TestImages.truncate(sample.depth().orElseThrow().file(), 0.3);
        }
        try (BatchLoader loader = loader(LoaderOptions.evaluation(CANVAS, 4))) {
            assertEquals(
                    List.of(0, 2),
                    all(loader.epoch(0, 0)).stream().map(Batch::indexInEpoch).toList());
        }
        for (Sample sample : samples) {
            Files.delete(sample.picture().file());
        }
        try (BatchLoader loader = loader(LoaderOptions.evaluation(CANVAS, 4))) {
            EpochBatches batches = loader.epoch(0, 0);
            assertTrue(
                    assertThrows(UserException.class, batches::hasNext).what().contains("None of the 10"));
        }
    }

    @Test
    void aBatchThatIsLeftWithTooFewImagesIsPassedOverAndToldOnce() throws IOException {
        LoaderOptions threes = LoaderOptions.evaluation(CANVAS, 3).with(UNCACHED);
        try (BatchLoader loader = loader(threes);
                BatchLoader several = loader(threes.withFewestImages(2))) {
            assertEquals(4, loader.batchesPerEpoch(), "the tenth picture alone");
            assertEquals(3, several.batchesPerEpoch());
            assertEquals(List.of(3, 3, 3), sizes(several, 0));
        }
        Files.delete(samples.get(3).picture().file());
        Files.delete(samples.get(5).picture().file());
        try (BatchLoader several = loader(threes.withFewestImages(2))) {
            assertEquals(3, several.batchesPerEpoch(), "places stay, so that positions do");
            assertEquals(List.of(3, 3), sizes(several, 0));
            assertEquals(List.of(3, 3), sizes(several, 1));
        }
        List<DataProblem> ofTheOther = problems.stream()
                .filter(p -> p.file().equals(samples.get(4).picture().file()))
                .toList();
        assertEquals(1, ofTheOther.size());
        assertTrue(ofTheOther.get(0).description().startsWith("In epoch 0 its batch is passed over"));
    }

    private static List<Integer> sizes(BatchLoader loader, int epoch) {
        return all(loader.epoch(epoch, 0)).stream().map(Batch::size).toList();
    }

    @Test
    void batchesShareNoMemory() {
        try (BatchLoader loader = loader(LoaderOptions.evaluation(CANVAS, 10))) {
            Batch first = loader.epoch(0, 0).next();
            Batch second = loader.epoch(0, 0).next();
            assertNotSame(first.images(), second.images());
            Arrays.fill(first.images(), -1f);
            assertSame(second, loader.epoch(0, 0).next());
        }
    }

    @Test
    void closingAtAnyMomentEndsTheConsumerAndTheThreads() throws Exception {
        for (int round = 0; round < 30; round++) {
            BatchLoader loader = loader(TRAINING.with(TWO_THREADS));
            CompletableFuture<Throwable> consumer = CompletableFuture.supplyAsync(() -> {
                for (int epoch = 0; ; epoch++) {
                    try {
                        all(loader.epoch(epoch, 0));
                    } catch (CancellationException e) {
                        return e;
                    }
                }
            });
            Thread.sleep(round % 7);
            loader.close();
            consumer.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void theFilesOfAClosedEpochAreNotTakenForBad() {
        try (BatchLoader loader = loader(TRAINING.with(TWO_THREADS))) {
            for (int epoch = 0; epoch < 50; epoch++) {
                loader.epoch(epoch, 0).next();
            }
            assertEquals(10, visited(loader, 99).size());
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void theCacheKeepsWithinItsBytes() {
        DecodedSample sample = new SampleReader(CANVAS).read(samples.get(0));
        DecodedCache cache = new DecodedCache(2 * sample.bytes() + 1);
        for (int index = 0; index < 5; index++) {
            cache.get(index, () -> new SampleReader(CANVAS).read(samples.get(0)));
        }
        assertEquals(2, cache.size());
        cache.get(0, () -> {
            throw new AssertionError("kept samples are not read again");
        });
    }

    @Test
    void picturesWithoutDepthHaveAnEmptyMask() {
        List<Sample> unlabeled = samples.stream().map(Sample::withoutDepth).toList();
        try (BatchLoader loader = new BatchLoader(unlabeled, TRAINING, problems::add)) {
            for (float value : loader.epoch(0, 0).next().mask()) {
                assertEquals(0f, value);
            }
        }
    }

    @Test
    void theKitchenLoadsWhole() {
        Path kitchen = Path.of("../shared/data/kitchen");
        Assumptions.assumeTrue(Files.isDirectory(kitchen));
        ImageSize canvas = new ImageSize(480, 640);
        DepthDataset folder = DatasetFormats.open(kitchen);
        try (BatchLoader loader = new BatchLoader(folder.val(), LoaderOptions.evaluation(canvas, 4), problems::add)) {
            List<Batch> batches = all(loader.epoch(0, 0));
            assertEquals(5, batches.size());
            assertEquals(List.of(), problems);
            assertFalse(batches.get(0).samples().isEmpty());
        }
    }

    private BatchLoader loader(LoaderOptions options) {
        return new BatchLoader(samples, options, problems::add);
    }

    private static List<Batch> all(EpochBatches batches) {
        List<Batch> list = new ArrayList<>();
        batches.forEachRemaining(list::add);
        return list;
    }

    private static List<Sample> visited(BatchLoader loader, int epoch) {
        return all(loader.epoch(epoch, 0)).stream()
                .flatMap(b -> b.samples().stream())
                .toList();
    }

    private static void assertSame(Batch expected, Batch actual) {
        assertEquals(expected.samples(), actual.samples());
        assertEquals(expected.indexInEpoch(), actual.indexInEpoch());
        assertArrayEquals(expected.images(), actual.images());
        assertArrayEquals(expected.depth(), actual.depth());
        assertArrayEquals(expected.mask(), actual.mask());
    }
}
