package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowSettingsTest {
    @TempDir
    Path folder;

    @Test
    void theThemeIsRemembered() {
        Path file = folder.resolve("fathom").resolve("window.json");
        WindowSettings first = WindowSettings.load(file);
        assertFalse(first.darkProperty().get());
        first.darkProperty().set(true);
        first.save();
        assertTrue(WindowSettings.load(file).darkProperty().get());
    }

    @Test
    void aFileThatIsNotUnderstoodIsAFirstStart() throws IOException {
        Path file = folder.resolve("window.json");
        Files.writeString(file, "{\"dark\": tru");
        WindowSettings settings = WindowSettings.load(file);
        assertFalse(settings.darkProperty().get());
        settings.save();
        assertEquals(1, folder.toFile().list().length, "saved over the broken one, without leftovers");
        assertFalse(WindowSettings.load(file).darkProperty().get());
    }
}
