package dev.fathom.device.payload;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes in memory; skips the test where one may not be mounted. */
public record SmallDisk(Path path) implements AutoCloseable {
    public static SmallDisk mount(Path path, String size) throws IOException {
        Files.createDirectories(path);
        boolean root = System.getProperty("user.name").equals("root");
        assumeTrue(
                root && call("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString()) == 0, "no tmpfs");
        return new SmallDisk(path);
    }

    /** Uses up what is free. */
    public void fill() {
        try (OutputStream out = Files.newOutputStream(path.resolve("big"))) {
            byte[] chunk = new byte[1 << 16];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            requireFull(e);
        }
    }

    private static void requireFull(IOException e) {
        if (!e.getMessage().contains("No space left")) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (call("umount", path.toString()) != 0) {
            throw new IOException("cannot unmount " + path);
        }
    }

    private static int call(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
