package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    @TempDir
    Path folder;

    @Test
    void epochsAreOrderedByNumberAndOtherFoldersArePassedOver() throws IOException {
        Samples samples = new Samples(folder);
        for (int epoch : new int[] {1000, 5, 20}) {
            Files.createDirectories(samples.epoch(epoch));
        }
        Files.createDirectories(folder.resolve("preview"));
        Files.createDirectories(folder.resolve("epoch_last"));
        assertEquals(List.of(5, 20, 1000), samples.epochs());
        assertEquals("epoch_005", samples.epoch(5).getFileName().toString());
    }

    @Test
    void idsAreTheStemsOfThePreviewPictures() throws IOException {
        Samples samples = new Samples(folder);
        Files.createDirectories(folder.resolve("preview"));
        Files.createFile(samples.rgb("street_b"));
        Files.createFile(samples.depth("street_b"));
        Files.createFile(samples.rgb("a_rgb"));
        assertEquals(List.of("a_rgb", "street_b"), samples.ids());
    }

    @Test
    void aRunThatHasWrittenNothingHasNoSamples() throws IOException {
        Samples samples = new Samples(folder.resolve("absent"));
        assertEquals(List.of(), samples.ids());
        assertEquals(List.of(), samples.epochs());
    }
}
