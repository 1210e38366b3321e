package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardFileTest {
    @TempDir
    private Path folder;

    @Test
    void recordsAreEventProtocolBuffers() throws IOException {
        Path file = folder.resolve("events.out.tfevents.1.fathom");
        try (TensorBoardFile board = new TensorBoardFile(file, 1.5)) {
            board.scalar("val/si_rmse", 0.25, 300, 2.5);
        }
        byte[] bytes = Files.readAllBytes(file);
        // wall_time (1) double, file_version (3) string
        byte[] version = HexFormat.of().parseHex("09000000000000f83f1a0d627261696e2e4576656e743a32");
        // wall_time (1) double, step (2) 300, summary (5) { value (1) { tag (1) string, simple_value (2) float } }
        byte[] scalar = HexFormat.of()
                .parseHex("090000000000000440" + "10ac02" + "2a14" + "0a12" + "0a0b76616c2f73695f726d7365"
                        + "150000803e");
        ByteBuffer frames = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertArrayEquals(version, frame(frames));
        assertArrayEquals(scalar, frame(frames));
        assertEquals(0, frames.remaining());
    }

    private static byte[] frame(ByteBuffer in) {
        byte[] data = new byte[(int) in.getLong()];
        in.getInt();
        in.get(data);
        in.getInt();
        return data;
    }

    @Test
    void checksumsAreTheMaskedCrc32cOfTheRecordFormat() throws IOException {
        Path file = folder.resolve("events.out.tfevents.1.fathom");
        new TensorBoardFile(file, 1.5).close();
        byte[] bytes = Files.readAllBytes(file);
        // The version record has 24 bytes, whatever its time; this checksum of the length is in every such file.
        assertArrayEquals(HexFormat.of().parseHex("1800000000000000a37f4b22"), Arrays.copyOf(bytes, 12));
    }
}
