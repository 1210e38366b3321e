package dev.fathom.ui.cloud;

import java.util.Arrays;

/**
 * Draws points as small squares with a depth buffer, in software: JavaFX draws no 3-D without a graphics card. A square
 * is as large as the pixel that the point was, so that surfaces close. Not for several threads at once.
 */
public final class CloudRenderer {
    /** Nearer points are behind the lens. */
    private static final float NEAREST = 0.02f;

    private static final int LARGEST_SQUARE = 8;

    private float[] depths = new float[0];

    /**
     * Draws a frame.
     *
     * @param argb of the frame, row-major, {@code width * height}
     * @param ground colour where there is no point
     */
    public void draw(PointCloud cloud, Orbit.Pose pose, int width, int height, int[] argb, int ground) {
        Arrays.fill(argb, ground);
        if (depths.length < argb.length) {
            depths = new float[argb.length];
        }
        Arrays.fill(depths, Float.MAX_VALUE);
        float[] turn = rotation(pose);
        float focal = focal(cloud, width, height);
        float square = (float) (focal / cloud.camera().fx());
        float[] xyz = cloud.xyz();
        float tx = (float) pose.x();
        float ty = (float) pose.y();
        float tz = (float) pose.z();
        float distance = (float) pose.distance();
        for (int i = 0, p = 0; p < xyz.length; i++, p += 3) {
            float x = xyz[p] - tx;
            float y = xyz[p + 1] - ty;
            float z = xyz[p + 2] - tz;
            float away = turn[6] * x + turn[7] * y + turn[8] * z + distance;
            if (away > NEAREST) {
                float scale = focal / away;
                int px = (int) (width * 0.5f + (turn[0] * x + turn[1] * y + turn[2] * z) * scale);
                int py = (int) (height * 0.5f + (turn[3] * x + turn[4] * y + turn[5] * z) * scale);
                int size = (int) Math.min(LARGEST_SQUARE, Math.ceil(square * xyz[p + 2] / away));
                fill(px - size / 2, py - size / 2, size, away, cloud.argb()[i], width, height, argb);
            }
        }
    }

    /** Focal length in pixels of the frame with which it shows what the picture shows. */
    static float focal(PointCloud cloud, int width, int height) {
        double fit = Math.min(
                width / (double) cloud.camera().width(),
                height / (double) cloud.camera().height());
        return (float) (cloud.camera().fx() * fit);
    }

    /** Rows of the matrix that turns about the vertical axis and then about the horizontal one. */
    private static float[] rotation(Orbit.Pose pose) {
        double sy = Math.sin(pose.yaw());
        double cy = Math.cos(pose.yaw());
        double sp = Math.sin(pose.pitch());
        double cp = Math.cos(pose.pitch());
        return new float[] {
            (float) cy, 0, (float) -sy,
            (float) (sp * sy), (float) cp, (float) (sp * cy),
            (float) (cp * sy), (float) -sp, (float) (cp * cy)
        };
    }

    private void fill(int left, int top, int size, float away, int colour, int width, int height, int[] argb) {
        int right = Math.min(width, left + size);
        int bottom = Math.min(height, top + size);
        for (int y = Math.max(0, top); y < bottom; y++) {
            for (int i = y * width + Math.max(0, left); i < y * width + right; i++) {
                if (away < depths[i]) {
                    depths[i] = away;
                    argb[i] = colour;
                }
            }
        }
    }
}
