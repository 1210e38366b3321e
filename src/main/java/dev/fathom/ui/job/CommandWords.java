package dev.fathom.ui.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The words of another process's command line. */
final class CommandWords {
    private CommandWords() {}

    /** Without the program itself; empty if the system does not tell. */
    static List<String> of(ProcessHandle process) {
        String[] told = process.info().arguments().orElse(new String[0]);
        return told.length > 0 ? List.of(told) : ofLongLine(process.pid());
    }

    /** Java does not tell of lines longer than a memory page, which a class path easily is; Linux does. */
    private static List<String> ofLongLine(long pid) {
        Path file = Path.of("/proc", String.valueOf(pid), "cmdline");
        try {
            return List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            // Not Linux, another user's process, or one that has just ended.
            return List.of();
        }
    }
}
