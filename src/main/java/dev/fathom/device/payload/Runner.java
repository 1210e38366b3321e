package dev.fathom.device.payload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The Python program that measures, as one file that Python runs: a zip of its modules, always the same bytes. */
public final class Runner {
    private static final String FOLDER = "/assets/device/runner/";
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Runner() {}

    public static Payload payload() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String module : modules()) {
                ZipEntry entry = new ZipEntry(module);
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(read(module));
            }
        }
        return Payload.of("fathom_bench.pyz", bytes.toByteArray());
    }

    private static List<String> modules() throws IOException {
        return new String(read("index"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Runner.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        }
    }
}
