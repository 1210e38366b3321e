package dev.fathom.data.format;

import dev.fathom.core.FileNames;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.DepthSource;
import java.nio.file.Path;

/**
 * Depth of SUN RGB-D: millimetres in 16-bit PNG files, turned left by three bits, so that reading them as they are gives
 * eight times the depth below 8.192 m and nonsense above. Source: SUNRGBDtoolbox, read3dPoints.m.
 *
 * @param unitsPerMetre of the values once they are turned back
 */
record SunDepth(Path folder, String name, double unitsPerMetre) implements DepthSource {
    private static final int TURN = 3;

    @Override
    public Path file() {
        return FileNames.in(folder, name);
    }

    @Override
    public DepthRaster read() {
        DepthRaster stored = DepthPng.readRaster(file(), unitsPerMetre);
        short[] raw = new short[stored.raw().length];
        for (int i = 0; i < raw.length; i++) {
            int value = stored.raw()[i] & 0xffff;
            raw[i] = (short) (value >> TURN | value << Short.SIZE - TURN);
        }
        return new DepthRaster(stored.width(), stored.height(), raw, unitsPerMetre);
    }
}
