package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.data.check.DatasetCheck;
import dev.fathom.data.check.Issue;
import dev.fathom.data.check.IssueKind;
import dev.fathom.data.codec.Decoders;
import dev.fathom.data.format.DatasetFormats;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures with an EXIF orientation beside depth: the stored picture is abc/def, 3 wide and 2 high. */
class TurnedPairsTest {
    private static final String STORED = "abc/def";

    @TempDir
    private Path folder;

    private Path picture(int tag) throws IOException {
        byte[] png = RgbFile.png(OrientationTest.letters(STORED));
        return Files.write(
                folder.resolve("p.png"),
                OrientationTest.withChunk(png, OrientationTest.tiff(tag, ByteOrder.LITTLE_ENDIAN)));
    }

    private Sample sample(int tag, int width, int height) throws IOException {
        Path depth = folder.resolve("d.png");
        DepthPng.write(depth, TestImages.depthPlaces(width, height));
        return Sample.ofFiles("p", picture(tag), Optional.of(depth), 1000);
    }

    @ParameterizedTest
    @CsvSource({
        "1,abc/def",
        "2,cba/fed",
        "3,fed/cba",
        "4,def/abc",
        "5,ad/be/cf",
        "6,da/eb/fc",
        "7,fc/eb/da",
        "8,cf/be/ad"
    })
    void withoutDepthAPictureIsUprightAndOverDepthOfTheStoredSizeAsStored(int tag, String upright) throws IOException {
        OrientationTest.assertLetters(upright, sample(tag, 6, 4).withoutDepth().readPicture());
        OrientationTest.assertLetters(STORED, sample(tag, 6, 4).readPicture());
    }

    @ParameterizedTest
    @CsvSource({"5,ad/be/cf", "6,da/eb/fc", "7,fc/eb/da", "8,cf/be/ad"})
    void overDepthOfTheTurnedSizeAPictureIsUpright(int tag, String upright) throws IOException {
        Sample turned = sample(tag, 20, 30);
        OrientationTest.assertLetters(upright, turned.readPicture());
        DecodedSample decoded = new SampleReader(new ImageSize(3, 2)).read(turned);
        OrientationTest.assertLetters(upright, decoded.image());
        // Nearest samples of a 20x30 map whose pixels tell their place: the centres lie at 5 and 15, so 5 and 15.
        assertEquals(1000 + 100 * 5 + 5, 1000 * decoded.depth().orElseThrow().metres(0), 1e-3);
        assertEquals(1000 + 100 * 25 + 15, 1000 * decoded.depth().orElseThrow().metres(5), 1e-3);
    }

    /** Counts how often it is decoded. */
    private record CountedPicture(PictureSource of, AtomicInteger reads) implements PictureSource {
        @Override
        public Path file() {
            return of.file();
        }

        @Override
        public RgbImage read() {
            reads.incrementAndGet();
            return of.read();
        }

        @Override
        public StoredPicture readStored() {
            reads.incrementAndGet();
            return of.readStored();
        }

        @Override
        public StoredPicture readStored(ImageSize least, Decoders decoders) {
            reads.incrementAndGet();
            return of.readStored(least, decoders);
        }
    }

    /** Counts how often it is decoded. */
    private record CountedDepth(DepthSource of, AtomicInteger reads) implements DepthSource {
        @Override
        public Path file() {
            return of.file();
        }

        @Override
        public StoredDepth read() {
            reads.incrementAndGet();
            return of.read();
        }

        @Override
        public StoredDepth read(Decoders decoders) {
            reads.incrementAndGet();
            return of.read(decoders);
        }
    }

    @Test
    void aTurnedPictureAndItsDepthAreReadOnce() throws IOException {
        Sample files = sample(6, 20, 30);
        AtomicInteger pictures = new AtomicInteger();
        AtomicInteger depths = new AtomicInteger();
        Sample counted = new Sample(
                "p",
                new CountedPicture(files.picture(), pictures),
                Optional.of(new CountedDepth(files.depth().orElseThrow(), depths)));
        for (Decoders decoders : List.of(Decoders.JDK, Decoders.fastest())) {
            pictures.set(0);
            depths.set(0);
            DecodedSample decoded = new SampleReader(new ImageSize(3, 2), Optional.empty(), decoders).read(counted);
            OrientationTest.assertLetters("da/eb/fc", decoded.image());
            assertEquals(1, pictures.get());
            assertEquals(1, depths.get());
        }
    }

    @Test
    void withoutAnOrientationAPairThatLiesOnItsSideIsRefusedByName() throws IOException {
        Sample sideways = sample(1, 20, 30);
        BadSampleException e =
                assertThrows(BadSampleException.class, () -> new SampleReader(new ImageSize(3, 2)).read(sideways));
        assertEquals(
                folder.resolve("d.png")
                        + " has 20x30 pixels, its picture 3x2: one of them lies on its side. Turn one of"
                        + " them by 90 degrees.",
                e.problem().description());
    }

    @Test
    void depthThatCannotBeReadIsToBlameAndNotThePicture() throws IOException {
        Sample sample = sample(6, 20, 30);
        TestImages.truncate(folder.resolve("d.png"), 0.5);
        BadSampleException e =
                assertThrows(BadSampleException.class, () -> new SampleReader(new ImageSize(3, 2)).read(sample));
        assertEquals(folder.resolve("d.png"), e.problem().file());
    }

    @Test
    void aTurnThatLeavesTheSizeIsAmbiguous() throws IOException {
        for (int tag = 1; tag <= 8; tag++) {
            boolean keepsSize = tag >= 2 && tag <= 4;
            assertEquals(keepsSize, FilePicture.of(picture(tag)).readStored().isAmbiguous(), "orientation " + tag);
        }
        RgbImage square = OrientationTest.letters("ab/cd");
        assertTrue(new StoredPicture(square, Orientation.CLOCKWISE).isAmbiguous());
        assertFalse(new StoredPicture(square, Orientation.NORMAL).isAmbiguous());
    }

    @Test
    void theCheckNamesWhatMayLieOnItsSide() throws IOException {
        Path train = folder.resolve("set/train");
        for (String stem : new String[] {"mirrored", "sideways", "fits"}) {
            TestImages.pair(train, stem, 16, 12, stem.length());
        }
        turn(train.resolve("rgb/mirrored.png"), 2);
        turn(train.resolve("rgb/fits.png"), 6);
        DepthPng.write(train.resolve("depth/sideways.png"), TestImages.depthPlaces(12, 16));
        DepthPng.write(train.resolve("depth/fits.png"), TestImages.depthPlaces(12, 16));
        DepthDataset set = DatasetFormats.open(folder.resolve("set"), DataOptions.DEFAULT);
        List<Issue> found = DatasetCheck.run(set, Monitor.NONE).issues().stream()
                .filter(issue -> issue.kind() == IssueKind.TURN || issue.kind() == IssueKind.SIZE)
                .toList();
        assertEquals(
                List.of("TURN mirrored", "TURN sideways"),
                found.stream().map(issue -> issue.kind() + " " + issue.stem()).toList());
        assertTrue(found.get(0).text().startsWith("Its EXIF orientation turns or mirrors it"));
        assertTrue(
                found.get(1).text().contains("one of them lies on its side"),
                found.get(1).text());
    }

    private static void turn(Path png, int tag) throws IOException {
        byte[] turned =
                OrientationTest.withChunk(Files.readAllBytes(png), OrientationTest.tiff(tag, ByteOrder.BIG_ENDIAN));
        Files.write(png, turned);
    }
}
