package dev.fathom.ui.device;

import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model that can be measured.
 *
 * @param run name of the run whose export it is; empty for a file from elsewhere
 */
public record ModelChoice(Path file, String run) {

    /** What the runs of a workspace have exported, newest run first. */
    static List<ModelChoice> list(Workspace workspace) throws IOException {
        List<ModelChoice> found = new ArrayList<>();
        for (Workspace.Entry entry : workspace.list()) {
            if (entry.info() != null && Files.isDirectory(entry.folder().export())) {
                try (Stream<Path> files = Files.list(entry.folder().export())) {
                    files.filter(file -> file.toString().endsWith(".tflite"))
                            .sorted()
                            .forEach(file ->
                                    found.add(new ModelChoice(file, entry.info().name())));
                }
            }
        }
        return found;
    }

    /** The file's name without its ending. */
    public String name() {
        return file.getFileName().toString().replaceFirst("(?i)\\.tflite$", "");
    }
}
