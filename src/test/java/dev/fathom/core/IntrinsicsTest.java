package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IntrinsicsTest {
    private static final Intrinsics KINECT = new Intrinsics(640, 480, 518.8579, 519.4696, 325.5824, 253.7362);

    @Test
    void halvingKeepsTheRayOfThePictureCornerInPlace() {
        Intrinsics half = KINECT.resized(320, 240);
        assertEquals(259.42895, half.fx(), 1e-9);
        assertEquals(259.7348, half.fy(), 1e-9);
        // The outer corner of the picture lies at -0.5 in both sizes.
        assertEquals((-0.5 - KINECT.cx()) / KINECT.fx(), (-0.5 - half.cx()) / half.fx(), 1e-12);
        assertEquals((-0.5 - KINECT.cy()) / KINECT.fy(), (-0.5 - half.cy()) / half.fy(), 1e-12);
    }

    @Test
    void aCropMovesTheAxisAlone() {
        Intrinsics part = KINECT.cropped(43, 45, 565, 427);
        assertEquals(new Intrinsics(565, 427, 518.8579, 519.4696, 325.5824 - 43, 253.7362 - 45), part);
    }

    @Test
    void aCameraWithoutFocalLengthIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Intrinsics.centred(640, 480, 0));
        assertEquals(319.5, Intrinsics.centred(640, 480, 500).cx());
    }
}
