package dev.fathom.device.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of this machine. */
final class LocalPython {
    private LocalPython() {}

    static boolean isThere() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return linux && Stream.of(path()).anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    static Path find(String program) {
        return Stream.of(path())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static String[] path() {
        return System.getenv("PATH").split(":");
    }

    /** Runners that were started from a home folder and live. */
    static List<Path> runners(Path home) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> commandLine(process).contains(home + "/.cache/fathom/"))
                    .filter(process -> commandLine(process).contains("fathom_bench"))
                    .toList();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    static void awaitNoRunner(Path home) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!runners(home).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still running: " + runners(home));
            }
            Thread.sleep(100);
        }
    }
}
