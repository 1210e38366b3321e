package dev.fathom.data.file;

import dev.fathom.core.DepthMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Metres as little-endian 32-bit floats, 0 where a pixel is not valid. */
final class LittleFloats {
    private LittleFloats() {}

    static byte[] row(DepthMap depth, int y) {
        ByteBuffer bytes = ByteBuffer.allocate(depth.width() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = y * depth.width(); i < (y + 1) * depth.width(); i++) {
            bytes.putFloat(depth.valid().get(i) ? depth.metres()[i] : 0f);
        }
        return bytes.array();
    }
}
