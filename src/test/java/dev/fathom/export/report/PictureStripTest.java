package dev.fathom.export.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.run.ExportFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureStripTest {
    private static int argb(RgbImage image, int x, int y) {
        int at = 3 * (y * image.width() + x);
        return 0xff000000
                | (image.rgb()[at] & 0xff) << 16
                | (image.rgb()[at + 1] & 0xff) << 8
                | image.rgb()[at + 2] & 0xff;
    }

    @Test
    void pictureEngineFileAndDifferenceStandSideBySideInOneRange() {
        byte[] rgb = new byte[2 * 3];
        Arrays.fill(rgb, (byte) 7);
        DepthMap engine = DepthMap.ofPositive(2, 1, new float[] {1, 5});
        DepthMap file = DepthMap.ofPositive(2, 1, new float[] {1, 4});
        RgbImage strip =
                PictureStrip.of(new ReportPicture(ExportFormat.F32, "a", new RgbImage(2, 1, rgb), engine, file));
        assertEquals(4 * 2 + 3 * 8, strip.width());
        assertEquals(1, strip.height());
        assertArrayEquals(rgb, Arrays.copyOf(strip.rgb(), 6));
        assertEquals(0xffffffff, argb(strip, 2, 0), "white between the pictures");
        ColorMap depth = ColorMap.named("viridis");
        assertEquals(depth.argb(0), argb(strip, 10, 0));
        assertEquals(depth.argb(1), argb(strip, 11, 0));
        assertEquals(depth.argb(0.75f), argb(strip, 21, 0), "4 m of 1 to 5 m");
        ColorMap difference = ColorMap.named("magma");
        assertEquals(difference.argb(0), argb(strip, 30, 0));
        assertEquals(difference.argb(1), argb(strip, 31, 0), "1 m is the greatest difference");
    }
}
