package dev.fathom.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RayCasterTest {
    private static final Surface GREY = Plain.smooth(Rgb.gray(0.5), 0);
    private static final Weather CLEAR =
            new Weather(Vec3.direction(0.8, StrictMath.PI / 2), Rgb.gray(2), Rgb.gray(0.3), Rgb.gray(0.6), 0, 0);

    @Test
    void theGroundHasTheDepthOfASimilarTriangle() {
        Frame frame = cast(0, List.of());
        // z = height of the camera x focal length / pixels below the horizon
        assertEquals(1.5 * 52 / 20.5, frame.depth()[44 * 64 + 32], 1e-9);
        assertEquals(1.5 * 52 / 20.5, frame.depth()[44 * 64 + 3], 1e-9, "z, not the length of the ray");
        assertEquals(Double.POSITIVE_INFINITY, frame.depth()[10 * 64 + 32]);
    }

    @Test
    void pitchTiltsTheGround() {
        Frame frame = cast(-0.1, List.of());
        // The ray (v = -20.5 / 52) tilted down by 0.1 meets the ground at t with t (sin 0.1 + v' cos 0.1) = 1.5.
        double down = StrictMath.sin(0.1) + 20.5 / 52 * StrictMath.cos(0.1);
        assertEquals(1.5 / down, frame.depth()[44 * 64 + 32], 1e-9);
    }

    @Test
    void theNearestBodyHidesTheOthers() {
        Shape near = Solid.box(Pose.at(0, 0, 6, 0), 1, 3, 1, GREY);
        Shape far = Solid.box(Pose.at(0, 0, 20, 0), 30, 20, 1, GREY);
        Frame frame = cast(0, List.of(far, near));
        assertEquals(5, frame.depth()[24 * 64 + 32], 1e-9);
        assertEquals(19, frame.depth()[24 * 64 + 2], 1e-9);
    }

    @Test
    void aBodyThrowsAShadowAwayFromTheSun() {
        // The sun stands to the right, so the ground to the left of the wall is dark.
        Shape wall = Solid.box(Pose.at(0, 0, 4, 0), 0.1, 2, 2, GREY);
        Frame frame = cast(0, List.of(wall));
        double left = frame.light()[3 * (44 * 64 + 26)];
        double right = frame.light()[3 * (44 * 64 + 40)];
        assertTrue(left < 0.4 * right, left + " against " + right);
    }

    private static Frame cast(double pitch, List<Shape> shapes) {
        Camera camera = Camera.looking(new Vec3(0, 1.5, 0), 0, pitch, 0, 52, 64, 48);
        Sky sky = new Sky(CLEAR, 0, Rgb.BLACK, 1);
        return new RayCaster(new Scene(camera, CLEAR, sky, new Ground(GREY), shapes)).cast();
    }
}
