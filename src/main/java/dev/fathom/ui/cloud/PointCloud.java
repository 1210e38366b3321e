package dev.fathom.ui.cloud;

import dev.fathom.core.DepthMap;
import dev.fathom.core.Intrinsics;
import dev.fathom.core.OrderStatistics;
import dev.fathom.ui.image.Raster;

/**
 * Points in metres as the camera saw them: x to the right, y down, z away from it.
 *
 * @param xyz three floats a point
 * @param argb opaque colour of each point
 * @param camera that saw them, in the size of the depth map
 * @param middle depth that as many points are nearer as farther, 1 if there is no point
 */
public record PointCloud(float[] xyz, int[] argb, Intrinsics camera, float middle) {

    /**
     * A point for each valid pixel.
     *
     * @param camera of the picture; brought to the size of the depth map
     * @param colours of the same scene in any size
     */
    public static PointCloud of(DepthMap depth, Intrinsics camera, Raster colours) {
        int width = depth.width();
        int height = depth.height();
        Intrinsics fitted = camera.resized(width, height);
        int count = depth.valid().count();
        float[] xyz = new float[3 * count];
        int[] argb = new int[count];
        float[] depths = new float[count];
        int n = 0;
        for (int y = 0; y < height; y++) {
            int row = (int) ((long) y * colours.height() / height) * colours.width();
            for (int x = 0; x < width; x++) {
                if (depth.valid().get(y * width + x)) {
                    float z = depth.metres()[y * width + x];
                    xyz[3 * n] = (float) ((x - fitted.cx()) / fitted.fx() * z);
                    xyz[3 * n + 1] = (float) ((y - fitted.cy()) / fitted.fy() * z);
                    xyz[3 * n + 2] = z;
                    depths[n] = z;
                    argb[n++] = colours.argb()[row + (int) ((long) x * colours.width() / width)];
                }
            }
        }
        float middle = count == 0 ? 1 : new OrderStatistics(depths, count).at(count / 2);
        return new PointCloud(xyz, argb, fitted, middle);
    }

    public int count() {
        return argb.length;
    }
}
