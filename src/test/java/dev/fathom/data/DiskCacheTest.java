package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCacheTest {
    private static final ImageSize CANVAS = new ImageSize(6, 8);
    private static final long ROOM = 1 << 20;

    @TempDir
    Path dir;

    private final AtomicInteger decodings = new AtomicInteger();
    private Sample sample;

    @BeforeEach
    void writeAPair() throws IOException {
        sample = TestImages.pair(dir.resolve("set"), "a", 16, 12, 5);
    }

    @Test
    void theSecondReadingGivesTheSameWithoutDecoding() {
        DecodedSample first = get(open(ROOM), sample);
        DecodedSample second = get(open(ROOM), sample);
        assertEquals(1, decodings.get());
        assertArrayEquals(first.image().rgb(), second.image().rgb());
        DepthRaster depth = (DepthRaster) second.depth().orElseThrow();
        assertArrayEquals(((DepthRaster) first.depth().orElseThrow()).raw(), depth.raw());
        assertEquals(1000, depth.unitsPerMetre());
    }

    @Test
    void metresKeepTheirBits() {
        FloatDepth depth = new FloatDepth(2, 1, new float[] {1.2345678f, Float.NaN});
        DecodedSample back = DecodedFile.decode(DecodedFile.encode(
                        new DecodedSample(new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6}), Optional.of(depth))))
                .orElseThrow();
        assertArrayEquals(depth.metres(), ((FloatDepth) back.depth().orElseThrow()).metres());
        DecodedSample alone = new DecodedSample(new RgbImage(1, 1, new byte[3]), Optional.empty());
        assertTrue(DecodedFile.decode(DecodedFile.encode(alone))
                .orElseThrow()
                .depth()
                .isEmpty());
    }

    @Test
    void aChangedFileAnotherCanvasOrAnotherScaleIsDecodedAnew() throws IOException {
        DiskCache cache = open(ROOM);
        get(cache, sample);
        Path picture = sample.picture().file();
        Files.setLastModifiedTime(picture, FileTime.fromMillis(12345));
        get(cache, sample);
        assertEquals(2, decodings.get(), "another time");
        cache.get(sample, new ImageSize(3, 4), "whole", () -> decode(sample));
        assertEquals(3, decodings.get(), "another canvas");
        Sample scaled = Sample.ofFiles(
                "a", picture, Optional.of(sample.depth().orElseThrow().file()), 500);
        get(cache, scaled);
        assertEquals(4, decodings.get(), "another scale");
        get(cache, sample.withoutDepth());
        assertEquals(5, decodings.get(), "without depth");
    }

    @Test
    void aDamagedOrUnfinishedEntryIsDecodedAnew() throws IOException {
        get(open(ROOM), sample);
        Path entry = entries().get(0);
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length - 1] ^= 1;
        Files.write(entry, bytes);
        get(open(ROOM), sample);
        assertEquals(2, decodings.get());
        TestImages.truncate(entry, 0.3);
        get(open(ROOM), sample);
        assertEquals(3, decodings.get());
        get(open(ROOM), sample);
        assertEquals(3, decodings.get(), "the good entry is back");
    }

    @Test
    void aFullCacheWritesNoMoreAndIsHalvedWhenItIsOpened() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            samples.add(TestImages.pair(dir.resolve("set"), "many" + i, 16, 12, i));
        }
        long one = DecodedFile.encode(new SampleReader(CANVAS).read(sample)).length;
        DiskCache cache = open(10 * one);
        samples.forEach(s -> get(cache, s));
        get(cache, sample);
        assertEquals(10, entries().size());
        assertEquals(10 * one, cache.bytes());
        DiskCache tidied = open(10 * one);
        assertEquals(5 * one, tidied.bytes());
        assertEquals(5, entries().size());
        assertEquals(5 * one, open(10 * one).bytes(), "half full is left alone");
    }

    @Test
    void whatAKilledProgramLeftIsRemovedAndWhatIsBeingWrittenIsNot() throws IOException {
        get(open(ROOM), sample);
        Path folder = dir.resolve("cache");
        Path abandoned = Files.writeString(folder.resolve("1_1.part"), "x");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path written = Files.writeString(folder.resolve("2_1.part"), "x");
        open(ROOM);
        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(written));
        assertEquals(2, entries().size());
    }

    @Test
    void batchesAreTheSameWithAndWithoutIt() throws IOException {
        List<Sample> samples = TestImages.pairs(dir.resolve("set"), 4);
        LoaderOptions options =
                LoaderOptions.training(CANVAS, 4, LiteDepthRecipe.on(CANVAS, Augmentation.GammaScale.UNIT), 3);
        float[] plain = images(samples, options);
        assertArrayEquals(plain, images(samples, options.with(Reading.PLAIN.withDisk(open(ROOM)))));
        assertArrayEquals(plain, images(samples, options.with(Reading.PLAIN.withDisk(open(ROOM)))));
        assertEquals(4, entries().size());
    }

    @Test
    void aFileThatIsNoFolderIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "x");
        UserException e = assertThrows(UserException.class, () -> new DiskCache(file, ROOM));
        assertTrue(e.sentence().contains("data.cache"), e.sentence());
    }

    private static float[] images(List<Sample> samples, LoaderOptions options) {
        try (BatchLoader loader = new BatchLoader(samples, options, problem -> {})) {
            return loader.epoch(1, 0).next().images();
        }
    }

    private DiskCache open(long room) {
        return new DiskCache(dir.resolve("cache"), room);
    }

    private DecodedSample get(DiskCache cache, Sample wanted) {
        return cache.get(wanted, CANVAS, "whole", () -> decode(wanted));
    }

    private DecodedSample decode(Sample wanted) {
        decodings.incrementAndGet();
        return new SampleReader(CANVAS).read(wanted);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("cache"))) {
            return files.toList();
        }
    }
}
