package dev.fathom.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void themeAndMemoryAreKept() {
        Path file = folder.resolve("fathom").resolve("window.json");
        Settings first = Settings.load(file);
        assertFalse(first.darkProperty().get());
        first.darkProperty().set(true);
        first.remember("data.lastFolder", "/tmp/x");
        first.save();
        assertTrue(Settings.load(file).darkProperty().get());
        assertEquals("/tmp/x", Settings.load(file).recall("data.lastFolder", ""));
        assertEquals("", Settings.load(file).recall("data.other", ""));
    }

    @Test
    void aFileThatIsNotUnderstoodIsAFirstStart() throws IOException {
        Path file = folder.resolve("window.json");
        Files.writeString(file, "{\"dark\": tru");
        Settings settings = Settings.load(file);
        assertFalse(settings.darkProperty().get());
        settings.save();
        assertEquals(1, folder.toFile().list().length, "saved over the broken one, without leftovers");
        assertFalse(Settings.load(file).darkProperty().get());
    }

    @Test
    void whatChangesIsWrittenWhileTheWindowIsOpen() throws IOException {
        Path file = folder.resolve("window.json");
        Settings settings = Settings.load(file);
        SettingsSaving saving = new SettingsSaving(settings, new CurrentThreadTaskExecutor());
        saving.update();
        assertFalse(Files.exists(file), "nothing has changed");
        settings.remember("runs.order", "RMSE");
        saving.update();
        assertEquals("RMSE", Settings.load(file).recall("runs.order", ""));
        Files.delete(file);
        saving.update();
        assertFalse(Files.exists(file), "nothing has changed since");
    }
}
