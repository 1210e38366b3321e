package dev.fathom.ui.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrbitTest {
    private final Orbit orbit = new Orbit();

    @Test
    void aimingPutsTheCameraWhereThePictureWasTaken() {
        orbit.aimAt(4);
        assertEquals(4, orbit.pose().z());
        assertEquals(4, orbit.pose().distance());
    }

    @Test
    void aCloudOfLikeDepthKeepsTheViewAndAnotherSceneDoesNot() {
        orbit.aimAt(4);
        orbit.turn(0.3, 0.1);
        Orbit.Pose turned = orbit.pose();
        orbit.aimAt(5);
        assertEquals(turned, orbit.pose());
        orbit.aimAt(40);
        assertEquals(40, orbit.pose().distance());
    }

    @Test
    void theCameraNeverTipsOverOrGoesThroughThePoint() {
        orbit.aimAt(4);
        orbit.turn(0, 100);
        assertTrue(orbit.pose().pitch() < Math.PI / 2);
        orbit.approach(1e9);
        assertTrue(orbit.pose().distance() > 0);
    }

    @Test
    void shiftingMovesTheCentreAlongTheScreen() {
        orbit.aimAt(4);
        orbit.turn(Math.toRadians(16), Math.toRadians(-10));
        orbit.shift(1, 2);
        assertEquals(-1, orbit.pose().x(), 1e-9);
        assertEquals(-2, orbit.pose().y(), 1e-9);
        assertEquals(4, orbit.pose().z(), 1e-9);
    }
}
