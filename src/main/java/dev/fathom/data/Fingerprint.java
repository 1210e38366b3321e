package dev.fathom.data;

import dev.fathom.core.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Tells sets of pictures and their changes apart by names and file sizes, without reading the pixels. */
public final class Fingerprint {
    private final Sha256 sum = new Sha256();

    /** @param first what the set is besides its files */
    public Fingerprint(String first) {
        addLine(first);
    }

    /** @throws IOException if a file is gone */
    public Fingerprint add(String split, List<Sample> samples) throws IOException {
        for (Sample sample : samples) {
            long depthBytes = sample.depth().isPresent() ? bytes(sample.depth().get()) : -1;
            addLine(split + "/" + sample.stem() + " " + bytes(sample.picture()) + " " + depthBytes);
        }
        return this;
    }

    private static long bytes(PixelSource source) throws IOException {
        return Files.size(source.file());
    }

    private void addLine(String line) {
        sum.add((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of what was added; ends the fingerprint. */
    public String hex() {
        return sum.hex();
    }
}
