package dev.fathom.data.file;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.DepthMap;
import dev.fathom.core.Intrinsics;
import dev.fathom.core.RgbImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Coloured point clouds in the Stanford format, binary and little-endian. */
public final class PlyFile {
    private static final int POINT_BYTES = 3 * Float.BYTES + 3;

    private PlyFile() {}

    /**
     * Writes one point for each valid pixel, in metres from the camera: x to the right, y down, z along the axis.
     *
     * @param picture of the depth's size, or of another to take the nearest colour from
     * @param camera of the depth's size
     */
    public static void write(Path path, DepthMap depth, RgbImage picture, Intrinsics camera) throws IOException {
        if (camera.width() != depth.width() || camera.height() != depth.height()) {
            throw new IllegalArgumentException(camera + " of " + depth);
        }
        AtomicFiles.write(path, out -> {
            out.write(header(depth.valid().count(), camera).getBytes(StandardCharsets.US_ASCII));
            for (int y = 0; y < depth.height(); y++) {
                row(y, depth, picture, camera, out);
            }
        });
    }

    private static String header(int points, Intrinsics camera) {
        return String.join(
                "\n",
                "ply",
                "format binary_little_endian 1.0",
                "comment x right, y down, z away from the camera, metres; fx " + camera.fx() + " fy " + camera.fy()
                        + " cx " + camera.cx() + " cy " + camera.cy(),
                "element vertex " + points,
                "property float x",
                "property float y",
                "property float z",
                "property uchar red",
                "property uchar green",
                "property uchar blue",
                "end_header\n");
    }

    private static void row(int y, DepthMap depth, RgbImage picture, Intrinsics camera, OutputStream out)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(depth.width() * POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int row = (int) ((long) y * picture.height() / depth.height());
        for (int x = 0; x < depth.width(); x++) {
            if (!depth.valid().get(x, y)) {
                continue;
            }
            float z = depth.metres(x, y);
            bytes.putFloat((float) ((x - camera.cx()) / camera.fx() * z));
            bytes.putFloat((float) ((y - camera.cy()) / camera.fy() * z));
            bytes.putFloat(z);
            int column = (int) ((long) x * picture.width() / depth.width());
            bytes.put(picture.rgb(), 3 * (row * picture.width() + column), 3);
        }
        out.write(bytes.array(), 0, bytes.position());
    }
}
