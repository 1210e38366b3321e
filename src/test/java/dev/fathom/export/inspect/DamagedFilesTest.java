package dev.fathom.export.inspect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.export.tflite.TfliteModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check in plain Java never fails in another way than with a sentence. */
class DamagedFilesTest {
    private static final int SEEDS_PER_FILE = 400;

    @TempDir
    private Path folder;

    @Test
    void damageIsAcceptedOrRefusedInASentence() throws IOException {
        for (Map.Entry<String, byte[]> file : FuzzedFiles.sound(folder).entrySet()) {
            int refused = 0;
            for (long seed = 0; seed < SEEDS_PER_FILE; seed++) {
                refused += isRefused(file.getKey() + " " + seed, Mutation.of(file.getValue(), seed)) ? 1 : 0;
            }
            assertTrue(refused > SEEDS_PER_FILE / 4, refused + " of " + file.getKey());
            assertTrue(refused < SEEDS_PER_FILE, "harmless damage to " + file.getKey() + " is refused too");
        }
    }

    /** Any other exception than a sentence fails the test. */
    private static boolean isRefused(String name, byte[] bytes) {
        try {
            TfliteModel model = TfliteModel.of(name, bytes);
            return new Listing(model).graphs(null).isEmpty();
        } catch (UserException e) {
            return true;
        }
    }
}
