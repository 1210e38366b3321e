package dev.fathom.run;

import dev.fathom.core.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The street scenes that come with Fathom. */
public final class SampleData {
    private SampleData() {}

    /**
     * Beside the program, or in the source tree that it was started from.
     *
     * @throws UserException if they are not there
     */
    public static Path street() {
        String home = System.getProperty("fathom.home");
        Path folder = Path.of(home == null ? "" : home, "sample-data", "street").toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new UserException(
                    "There is no sample data in " + folder,
                    "Start Fathom from its own folder, or name another data folder");
        }
        return folder;
    }
}
