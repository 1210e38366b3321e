package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.Batch;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.RgbFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    @TempDir
    Path folder;

    @Test
    void unlabelledPicturesAreThoseOfTheDataFolderAndTheirLackIsToldInASentence() throws IOException {
        TinyRuns tiny = new TinyRuns(folder);
        TrainingData data = TrainingData.open(tiny.config(1), problem -> {});
        String told = assertThrows(UserException.class, () -> data.training(2)).sentence();
        assertTrue(told.contains("no PNG or JPEG file in " + tiny.data().resolve("unlabeled")), told);
        assertTrue(told.contains("data.unlabeled"), told);
        RgbFile.writePng(tiny.data().resolve("unlabeled/rgb/a.png"), new RgbImage(9, 5, new byte[9 * 5 * 3]));
        try (BatchLoader loader = data.training(2)) {
            Batch batch = loader.epoch(1, 0).next();
            assertEquals(2, batch.labelled());
            assertEquals(4, batch.size());
        }
    }
}
