package dev.fathom.ui.runs;

import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** The table that a quickstart leaves in the workspace. Used from one background thread at a time. */
final class QuickstartResult {
    private final Path file;
    private FileTime known;

    QuickstartResult(Workspace workspace) {
        file = workspace.root().resolve("quickstart-result.txt");
    }

    /** The table if it has come or changed since the last call. */
    Optional<String> poll() throws IOException {
        try {
            FileTime written = Files.getLastModifiedTime(file);
            if (written.equals(known)) {
                return Optional.empty();
            }
            known = written;
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
