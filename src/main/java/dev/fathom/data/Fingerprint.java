package dev.fathom.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells sets of pictures and their changes apart by names and file sizes, without reading the pixels. */
public final class Fingerprint {
    private final MessageDigest digest;

    /** @param first what the set is besides its files */
    public Fingerprint(String first) {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of what was added; ends the fingerprint. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
