package dev.fathom.prediction;

import dev.fathom.core.UsageException;

/**
 * What the numbers of a prediction stand for.
 *
 * @param perMetre units a metre: 1 for metres, 1000 for millimetres; of inverse depth, units of one over a metre
 * @param inverse whether large is near
 */
public record DepthUnit(double perMetre, boolean inverse) {
    /** Metres. */
    public static final DepthUnit METRES = new DepthUnit(1, false);

    public DepthUnit {
        if (!(perMetre > 0) || Double.isInfinite(perMetre)) {
            throw new UsageException(
                    "The scale " + perMetre + " is not a positive number",
                    "Give units per metre: 1000 for millimetres, 1 for metres");
        }
    }

    /** Metres; inverse depth of 0 is infinitely far, and what is negative stays so. */
    public float metres(float value) {
        double depth = value / perMetre;
        return (float) (inverse ? 1 / depth : depth);
    }

    /** For people. */
    public String text() {
        String unit = perMetre == 1 ? "metres" : perMetre + " units a metre";
        return inverse ? "inverse depth (" + (perMetre == 1 ? "one over metres" : unit) + ")" : unit;
    }
}
