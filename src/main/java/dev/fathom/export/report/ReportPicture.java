package dev.fathom.export.report;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.ValidMask;
import dev.fathom.run.ExportFormat;
import java.util.BitSet;

/**
 * One picture seen by the engine and by an exported file, to be shown side by side.
 *
 * @param format of the file
 * @param id name of the picture
 * @param rgb what both were given
 * @param engine depth of the engine
 * @param file depth of the file, of the same size
 */
public record ReportPicture(ExportFormat format, String id, RgbImage rgb, DepthMap engine, DepthMap file) {
    public ReportPicture {
        if (engine.width() != file.width() || engine.height() != file.height()) {
            throw new IllegalArgumentException("two depth maps of different size");
        }
    }

    /** The least depth of both, in metres. */
    double nearest() {
        return Math.min(low(engine), low(file));
    }

    /** The greatest depth of both, in metres. */
    double farthest() {
        return Math.max(high(engine), high(file));
    }

    /** |engine - file| in metres, where both are valid. */
    DepthMap difference() {
        float[] metres = new float[engine.width() * engine.height()];
        BitSet valid = new BitSet(metres.length);
        for (int i = 0; i < metres.length; i++) {
            metres[i] = Math.abs(engine.metres()[i] - file.metres()[i]);
            valid.set(i, engine.valid().get(i) && file.valid().get(i));
        }
        return new DepthMap(
                engine.width(), engine.height(), metres, ValidMask.of(engine.width(), engine.height(), valid));
    }

    private static double low(DepthMap map) {
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < map.metres().length; i++) {
            low = map.valid().get(i) ? Math.min(low, map.metres()[i]) : low;
        }
        return Double.isFinite(low) ? low : 0;
    }

    /** The greatest valid depth, 0 without one. */
    static double high(DepthMap map) {
        double high = 0;
        for (int i = 0; i < map.metres().length; i++) {
            high = map.valid().get(i) ? Math.max(high, map.metres()[i]) : high;
        }
        return high;
    }
}
