package dev.fathom.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.data.DepthRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StereoHolesTest {
    private static final double FOCAL_BASELINE = 520 * 0.12;
    private static final StereoHoles CAMERA = new StereoHoles(520, 0.12, 5);

    @Test
    void theBandLeftOfANearEdgeIsAsWideAsTheDisparitiesDiffer() {
        double[] disparity = new double[200];
        Arrays.fill(disparity, FOCAL_BASELINE / 10);
        Arrays.fill(disparity, 100, 150, FOCAL_BASELINE / 2);
        boolean[] seen = StereoHoles.seenByBoth(disparity, 200);
        // 31.2 - 6.24 = 24.96 pixels, hence 76 to 99; and 6.24 at the left border, hence 0 to 6.
        for (int x = 0; x < 200; x++) {
            assertEquals(x >= 7 && x <= 75 || x >= 100, seen[x], "pixel " + x);
        }
    }

    @Test
    void skyAndWhatIsTooNearOrTooFarIsMissing() {
        assertFalse(measured(Double.POSITIVE_INFINITY));
        assertFalse(measured(0.39));
        assertTrue(measured(0.41));
        assertTrue(measured(38));
        assertFalse(measured(40.1));
    }

    @Test
    void depthComesInStepsOfDisparity() {
        DepthRaster depth = CAMERA.measure(frame(8, true));
        for (int i = 0; i < depth.raw().length; i++) {
            if (depth.valid(i)) {
                double steps = FOCAL_BASELINE / (depth.raw()[i] / 1000.0) * 32;
                assertEquals(Math.rint(steps), steps, 0.02, "raw " + depth.raw()[i]);
                assertEquals(8, depth.metres(i), 0.13);
            }
        }
    }

    @Test
    void plainFacesAreSpeckledAndTexturedOnesAreNot() {
        double textured = share(CAMERA.measure(frame(2, true)));
        double plain = share(CAMERA.measure(frame(2, false)));
        assertTrue(textured > 0.99, "textured " + textured);
        assertTrue(plain > 0.5 && plain < 0.9, "plain " + plain);
    }

    private static boolean measured(double metres) {
        return share(CAMERA.measure(frame(metres, true))) > 0.5;
    }

    private static double share(DepthRaster depth) {
        int count = 0;
        int first = 160;
        for (int i = 0; i < depth.raw().length; i++) {
            count += i % depth.width() >= first && depth.valid(i) ? 1 : 0;
        }
        return count / ((depth.width() - first) * (double) depth.height());
    }

    /** A wall at one depth, with a fine pattern or without. */
    private static Frame frame(double metres, boolean textured) {
        int width = 320;
        int height = 60;
        double[] depth = new double[width * height];
        float[] light = new float[3 * depth.length];
        Arrays.fill(depth, metres);
        for (int i = 0; i < depth.length; i++) {
            float value = textured && (i / 2) % 3 == 0 ? 0.6f : 0.5f;
            Arrays.fill(light, 3 * i, 3 * i + 3, value);
        }
        return new Frame(width, height, depth, light);
    }
}
