package dev.fathom.device.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Key pairs that are made once for all tests of a process: making one takes longer than starting a server. */
final class TestKeys {
    private static final Map<String, Path> MADE = new HashMap<>();
    private static Path folder;

    private TestKeys() {}

    /**
     * Copies a key pair to {@code file} and {@code file.pub}.
     *
     * @param name of the pair; the same name gives the same keys
     */
    static synchronized void copy(String name, String type, Path file) throws IOException {
        Path key = MADE.get(name);
        if (key == null) {
            key = folder().resolve(name);
            OpenSshServer.keygen(key, type, "");
            MADE.put(name, key);
        }
        Files.copy(key, file);
        Files.copy(Path.of(key + ".pub"), Path.of(file + ".pub"));
    }

    private static Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("test-keys");
            Runtime.getRuntime().addShutdownHook(new Thread(TestKeys::remove));
        }
        return folder;
    }

    private static void remove() {
        for (Path key : MADE.values()) {
            key.toFile().delete();
            Path.of(key + ".pub").toFile().delete();
        }
        folder.toFile().delete();
    }
}
