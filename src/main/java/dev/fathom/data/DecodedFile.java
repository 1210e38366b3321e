package dev.fathom.data;

import dev.fathom.core.RgbImage;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A decoded sample as bytes: checksum of the rest, height, width, kind of depth (0 none, 1 whole numbers, 2 metres), units
 * per metre, the picture's bytes, the depth's samples; big-endian.
 */
final class DecodedFile {
    private static final int HEADER = 4 + 4 + 4 + 4 + 8;
    private static final int NO_DEPTH = 0;
    private static final int WHOLE_NUMBERS = 1;
    private static final int METRES = 2;

    private DecodedFile() {}

    static byte[] encode(DecodedSample sample) {
        RgbImage image = sample.image();
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(HEADER + sample.bytes()));
        StoredDepth depth = sample.depth().orElse(null);
        out.putInt(0).putInt(image.height()).putInt(image.width());
        if (depth instanceof DepthRaster raster) {
            out.putInt(WHOLE_NUMBERS).putDouble(raster.unitsPerMetre()).put(image.rgb());
            out.asShortBuffer().put(raster.raw());
        } else if (depth instanceof FloatDepth floats) {
            out.putInt(METRES).putDouble(1).put(image.rgb());
            out.asFloatBuffer().put(floats.metres());
        } else {
            out.putInt(NO_DEPTH).putDouble(1).put(image.rgb());
        }
        return out.putInt(0, checksum(out.array())).array();
    }

    /** Nothing if the bytes are damaged. */
    static Optional<DecodedSample> decode(byte[] bytes) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt() != checksum(bytes)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 4, bytes.length - 4);
        int height = in.getInt();
        int width = in.getInt();
        int kind = in.getInt();
        double units = in.getDouble();
        byte[] rgb = new byte[height * width * 3];
        in.get(rgb);
        RgbImage image = new RgbImage(width, height, rgb);
        return Optional.of(new DecodedSample(image, depth(in, kind, width, height, units)));
    }

    private static Optional<StoredDepth> depth(ByteBuffer in, int kind, int width, int height, double units) {
        if (kind == WHOLE_NUMBERS) {
            short[] raw = new short[width * height];
            in.asShortBuffer().get(raw);
            return Optional.of(new DepthRaster(width, height, raw, units));
        }
        if (kind == METRES) {
            float[] metres = new float[width * height];
            in.asFloatBuffer().get(metres);
            return Optional.of(new FloatDepth(width, height, metres));
        }
        return Optional.empty();
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 4, bytes.length - 4);
        return (int) crc.getValue();
    }
}
