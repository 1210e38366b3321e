package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    /** From FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theSameSumOfAFileOfMemoryAndOfPieces(@TempDir Path folder) throws IOException {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        assertEquals(ABC, Sha256.of(abc));
        assertEquals(ABC, Sha256.of(Files.write(folder.resolve("abc"), abc)));
        Sha256 pieces = new Sha256().add(new byte[] {'a'}).add(new ByteArrayInputStream(new byte[] {'b', 'c'}));
        assertEquals(3, pieces.count());
        assertEquals(ABC, pieces.hex());
    }
}
