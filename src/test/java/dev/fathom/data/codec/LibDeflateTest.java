package dev.fathom.data.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LibDeflateTest {
    private final Optional<LibDeflate> found = LibDeflate.load();

    @Test
    void aSystemWithoutItHasNone() {
        assertEquals(Optional.empty(), LibDeflate.load("there-is-no-such-library"));
        assertEquals(Optional.empty(), LibDeflate.load("m"), "a library without these functions");
    }

    @Test
    void whatZlibDeflatedIsInflated() {
        LibDeflate library = library();
        Random random = new Random(1);
        for (int level : new int[] {0, 1, 6, 9}) {
            byte[] plain = plain(random, 5000 + level);
            byte[] stream = deflated(plain, level);
            assertArrayEquals(plain, inflated(library, List.of(ByteBuffer.wrap(stream)), plain.length));
            // In parts, as PNG files have it.
            List<ByteBuffer> parts = List.of(
                    ByteBuffer.wrap(stream, 0, 1),
                    ByteBuffer.wrap(stream, 1, 0),
                    ByteBuffer.wrap(stream, 1, stream.length - 1));
            assertArrayEquals(plain, inflated(library, parts, plain.length));
        }
    }

    @Test
    void aLargeResultDoesNotShowThroughASmallerOne() {
        LibDeflate library = library();
        byte[] large = new byte[4000];
        Arrays.fill(large, (byte) 7);
        byte[] small = {1, 2, 3};
        inflated(library, List.of(ByteBuffer.wrap(deflated(large, 6))), large.length);
        assertArrayEquals(small, inflated(library, List.of(ByteBuffer.wrap(deflated(small, 6))), small.length));
    }

    @Test
    void otherSizesCutAndDamagedStreamsAndHugeOnesGiveNothing() {
        LibDeflate library = library();
        byte[] plain = plain(new Random(2), 3000);
        byte[] stream = deflated(plain, 6);
        for (long size : new long[] {0, 2999, 3001, 1L << 40}) {
            assertEquals(Optional.empty(), library.inflate(List.of(ByteBuffer.wrap(stream)), size), size + " bytes");
        }
        for (int length = 0; length < stream.length; length++) {
            List<ByteBuffer> cut = List.of(ByteBuffer.wrap(stream, 0, length));
            assertEquals(Optional.empty(), library.inflate(cut, plain.length), length + " bytes");
        }
        for (int at = 0; at < stream.length; at++) {
            byte[] damaged = stream.clone();
            damaged[at] ^= 0x10;
            Optional<ByteBuffer> result = library.inflate(List.of(ByteBuffer.wrap(damaged)), plain.length);
            // A run may be copied from another place of itself.
            assertTrue(result.isEmpty() || result.get().equals(ByteBuffer.wrap(plain)), "byte " + at);
        }
    }

    private LibDeflate library() {
        Assumptions.assumeTrue(found.isPresent(), "this system has no libdeflate");
        return found.get();
    }

    private static byte[] inflated(LibDeflate library, List<ByteBuffer> parts, int size) {
        byte[] out = new byte[size];
        ByteBuffer result = library.inflate(parts, size).orElseThrow();
        assertEquals(size, result.remaining());
        result.get(out);
        return out;
    }

    /** Runs and chance. */
    private static byte[] plain(Random random, int size) {
        byte[] plain = new byte[size];
        for (int i = 0; i < size; i++) {
            plain[i] = (byte) (i / 100 % 2 == 0 ? 5 : random.nextInt(16));
        }
        return plain;
    }

    private static byte[] deflated(byte[] plain, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
