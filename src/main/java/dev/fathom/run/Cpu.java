package dev.fathom.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The name of this machine's processor. */
public final class Cpu {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Cpu() {}

    /** Model name as the operating system tells it, else the architecture. */
    public static String name() {
        if (Files.isReadable(LINUX)) {
            try (Stream<String> lines = Files.lines(LINUX)) {
                return lines.filter(l -> l.startsWith("model name") || l.startsWith("Model"))
                        .map(l -> l.substring(l.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return windows == null ? System.getProperty("os.arch") : windows;
    }
}
