package dev.fathom.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Surface GREY = Plain.smooth(Rgb.gray(0.5), 0);
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void aBoxIsMetAtItsNearFaceAndNotBesideIt() {
        Solid box = Solid.box(Pose.at(1, 0, 10, 0), 2, 3, 1, GREY);
        assertEquals(9, box.distance(ray(1, 1, 0, 0, 0, 1)), 1e-12);
        assertEquals(new Vec3(0, 0, -1), box.normal(new Vec3(1, 1, 9)));
        assertEquals(NEVER, box.distance(ray(3.1, 1, 0, 0, 0, 1)));
        assertEquals(NEVER, box.distance(ray(1, 3.1, 0, 0, 0, 1)));
        assertEquals(NEVER, box.distance(ray(1, 1, 0, 0, 0, -1)));
        assertEquals(2, box.distance(ray(0, 5, 10, 0, -1, 0)), 1e-12);
    }

    @Test
    void aTurnedBoxIsMetAtItsCorner() {
        // A cube of side 2 turned by 45 degrees reaches sqrt(2) towards the viewer.
        Solid box = Solid.box(Pose.at(0, 0, 10, StrictMath.PI / 4), 1, 2, 1, GREY);
        assertEquals(10 - Math.sqrt(2), box.distance(ray(1e-9, 1, 0, 0, 0, 1)), 1e-6);
        assertEquals(10 - Math.sqrt(2), box.bounds().min().z(), 1e-12);
    }

    @Test
    void theSidesOfAPrismLean() {
        double[][] outline = {{-1, 0}, {1, 0}, {1, 2}, {-1, 2}};
        Solid prism = Solid.prism(Pose.at(0, 0, 0, 0), outline, 3, 0.5, GREY);
        assertEquals(7, prism.distance(ray(-10, 0, 0, 1, 0, 0)), 1e-9);
        assertEquals(8, prism.distance(ray(-10, 2, 0, 1, 0, 0)), 1e-9);
    }

    @Test
    void anEllipsoidHasItsRadii() {
        Ellipsoid body = Ellipsoid.closed(Pose.at(0, 1, 10, 0), 0.5, 1, 2, GREY);
        assertEquals(8, body.distance(ray(0, 1, 0, 0, 0, 1)), 1e-12);
        assertEquals(1, body.distance(ray(0, 3, 10, 0, -1, 0)), 1e-12);
        assertEquals(NEVER, body.distance(ray(0.51, 1, 0, 0, 0, 1)));
        assertEquals(-1, body.normal(new Vec3(0, 1, 8)).z(), 1e-12);
    }

    @Test
    void aColumnHasASideAndATop() {
        Column column = new Column(Pose.at(0, 0, 5, 0), 0.5, 2, GREY);
        assertEquals(4.5, column.distance(ray(0, 1, 0, 0, 0, 1)), 1e-12);
        assertEquals(NEVER, column.distance(ray(0, 2.1, 0, 0, 0, 1)));
        assertEquals(1, column.distance(ray(0.1, 3, 5, 0.001, -1, 0)), 1e-12);
        assertEquals(new Vec3(0, 1, 0), column.normal(new Vec3(0.1, 2, 5)));
    }

    @Test
    void posesTurnThereAndBack() {
        Pose pose = Pose.at(1, 2, 3, 0.7);
        Vec3 point = new Vec3(-4, 5, 0.5);
        Vec3 back = pose.toWorld(pose.toLocal(point));
        assertEquals(0, back.minus(point).length(), 1e-12);
        // A quarter turn sends a thing's forward (z) to the right (x).
        assertEquals(
                1,
                Pose.at(0, 0, 0, StrictMath.PI / 2)
                        .directionToWorld(new Vec3(0, 0, 1))
                        .x(),
                1e-12);
    }

    private static Ray ray(double x, double y, double z, double dx, double dy, double dz) {
        return new Ray(new Vec3(x, y, z), new Vec3(dx, dy, dz));
    }
}
