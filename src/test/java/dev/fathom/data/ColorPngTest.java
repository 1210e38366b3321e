package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColorPngTest {
    @TempDir
    Path dir;

    @Test
    void nearMiddleFarOutsideAndInvalid() throws IOException {
        DepthMap depth = DepthMap.ofPositive(5, 1, new float[] {1f, 2f, 3f, 99f, 0f});
        ColorPng.write(dir.resolve("c.png"), depth, ColorMap.named("gray"), 1f, 3f);
        byte[] expected = {0, 0, 0, -128, -128, -128, -1, -1, -1, -1, -1, -1, 0x2b, 0x2b, 0x30};
        assertArrayEquals(expected, RgbFile.read(dir.resolve("c.png")).rgb());
    }

    @Test
    void anEmptyRangeIsRefused() {
        DepthMap depth = DepthMap.ofPositive(1, 1, new float[] {1f});
        assertThrows(IllegalArgumentException.class, () -> ColorPng.colour(depth, ColorMap.named("gray"), 2f, 2f));
    }
}
