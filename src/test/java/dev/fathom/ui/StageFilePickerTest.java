package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageFilePickerTest {
    private static final File HOME = new File(System.getProperty("user.home"));

    @TempDir
    Path folder;

    @Test
    void aDialogBeginsInTheFolderWishedForOrWhatIsLeftOfItsPath() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));

        assertEquals(data.toFile(), StageFilePicker.beginning(data));
        assertEquals(data.toFile(), StageFilePicker.beginning(data.resolve("gone/deeper")));
    }

    @Test
    void aDialogWithNothingToBeginInBeginsAtHome() {
        assertEquals(HOME, StageFilePicker.beginning(null));
        assertEquals(HOME, StageFilePicker.beginning(Path.of("/no-such-folder/inside")));
    }
}
