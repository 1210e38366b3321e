package dev.fathom.ui.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.DepthMap;
import dev.fathom.core.Intrinsics;
import dev.fathom.ui.image.Raster;
import org.junit.jupiter.api.Test;

class CloudRendererTest {
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;
    private static final int GROUND = 0xff101010;

    private static int[] draw(PointCloud cloud, Orbit.Pose pose, int size) {
        int[] argb = new int[size * size];
        new CloudRenderer().draw(cloud, pose, size, size, argb, GROUND);
        return argb;
    }

    @Test
    void pixelsBecomePointsOfTheirCameraAndInvalidOnesNone() {
        DepthMap depth = DepthMap.ofPositive(2, 2, new float[] {2, 4, 0, 8});
        Raster colours = new Raster(1, 1, new int[] {RED});
        PointCloud cloud = PointCloud.of(depth, new Intrinsics(4, 4, 20, 40, 1.5, 1.5), colours);
        // Brought to 2 x 2: focal lengths 10 and 20, axis at (1.5 + 0.5) / 2 - 0.5 = 0.5.
        assertEquals(3, cloud.count());
        assertArrayEquals(new float[] {-0.1f, -0.05f, 2, 0.2f, -0.1f, 4, 0.4f, 0.2f, 8}, cloud.xyz(), 1e-6f);
        assertEquals(4, cloud.middle());
    }

    @Test
    void fromThePicturesOwnCameraTheCloudIsThePicture() {
        int size = 8;
        float[] metres = new float[size * size];
        int[] argb = new int[size * size];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = 1 + i % size;
            argb[i] = 0xff000000 | i;
        }
        PointCloud cloud = PointCloud.of(
                DepthMap.ofPositive(size, size, metres),
                new Intrinsics(size, size, 10, 10, (size - 1) / 2.0, (size - 1) / 2.0),
                new Raster(size, size, argb));
        assertArrayEquals(argb, draw(cloud, new Orbit.Pose(0, 0, 3, 0, 0, 3), size));
    }

    @Test
    void theNearerPointHidesTheFartherWhicheverComesFirst() {
        Intrinsics camera = new Intrinsics(9, 9, 9, 9, 4, 4);
        PointCloud cloud = new PointCloud(new float[] {0, 0, 2, 0, 0, 4}, new int[] {RED, BLUE}, camera, 3);
        assertEquals(RED, draw(cloud, new Orbit.Pose(0, 0, 3, 0, 0, 3), 9)[4 * 9 + 4]);
        // From the other side the far point is the near one.
        assertEquals(BLUE, draw(cloud, new Orbit.Pose(0, 0, 3, Math.PI, 0, 3), 9)[4 * 9 + 4]);
    }

    @Test
    void turningToTheRightBringsWhatIsFartherToTheLeft() {
        Intrinsics camera = new Intrinsics(9, 9, 9, 9, 4, 4);
        PointCloud cloud = new PointCloud(new float[] {0, 0, 5}, new int[] {RED}, camera, 5);
        // The point lies 2 m behind the centre of the turn: by 30 degrees it goes 2 sin 30 = 1 m aside.
        int[] frame = draw(cloud, new Orbit.Pose(0, 0, 3, Math.toRadians(30), 0, 3), 9);
        double away = 2 * Math.cos(Math.toRadians(30)) + 3;
        int x = (int) (4.5 - 9 / away);
        assertEquals(RED, frame[4 * 9 + x]);
    }
}
