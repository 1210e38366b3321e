package dev.fathom.prediction;

import dev.fathom.core.ColorMap;
import dev.fathom.core.UsageException;
import java.util.Optional;

/**
 * How depth is written.
 *
 * @param unitsPerMetre of 16-bit PNG files
 * @param range of the colours; empty for that of each picture
 */
public record OutputOptions(double unitsPerMetre, ColorMap colours, Optional<DepthRange> range, CameraChoice camera) {
    /** The largest value of a 16-bit PNG that is not taken as "not measured". */
    private static final int MOST = 65534;

    public OutputOptions {
        if (!(unitsPerMetre > 0) || Double.isInfinite(unitsPerMetre)) {
            throw new UsageException(
                    "The scale " + unitsPerMetre + " is not a positive number",
                    "Give units per metre, 1000 for millimetres");
        }
    }

    /** The farthest metres that a 16-bit PNG can hold. */
    double farthest() {
        return MOST / unitsPerMetre;
    }
}
