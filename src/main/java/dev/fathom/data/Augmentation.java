package dev.fathom.data;

import dev.fathom.core.ImageSize;
import java.util.List;

/**
 * How training pictures are varied. The colour change of a picture x in 0..255 is
 * {@code clip(255 (x / 255)^gamma * brightness * colour[channel], 0, 255)}, with gamma, brightness and the three
 * colours drawn uniformly from their ranges.
 *
 * @param flipProbability chance of mirroring left and right
 * @param crops sizes one of which is cut out at a uniform place (the R2 crop of LiteDepth); empty means no crop
 * @param gamma exponent
 * @param brightness common factor
 * @param colour factor of each channel
 * @param gammaScale what the exponent is applied to
 * @param rotation turning about the centre, before the flip and the crop
 */
public record Augmentation(
        double flipProbability,
        List<ImageSize> crops,
        Range gamma,
        Range brightness,
        Range colour,
        GammaScale gammaScale,
        Rotation rotation) {

    /** A closed range of factors. */
    public record Range(double from, double to) {
        /** The range that holds 1 alone. */
        public static final Range ONE = new Range(1, 1);

        public Range {
            if (!(from >= 0 && to >= from) || Double.isInfinite(to)) {
                throw new IllegalArgumentException("a range from " + from + " to " + to);
            }
        }

        double draw(SeededRandom random) {
            return random.nextDouble(from, to);
        }
    }

    /** The two meanings of "picture to the power of gamma" in the field. */
    public enum GammaScale {
        /** On values in 0..1, black and white stay what they are: BTS and the photographic meaning. */
        UNIT,
        /** On values in 0..255 as LiteDepth's code has it: 0.9 darkens white to 146, 1.1 clips all above 154. */
        BYTE
    }

    /**
     * An angle drawn uniformly from {@code -degrees} to {@code degrees} for a part of the pictures.
     *
     * @param probability chance of a picture to be turned
     */
    public record Rotation(double degrees, double probability) {
        /** No picture is turned. */
        public static final Rotation NONE = new Rotation(0, 0);

        public Rotation {
            if (!(degrees >= 0 && degrees <= 180 && probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(degrees + " degrees with probability " + probability);
            }
        }
    }

    public Augmentation {
        if (!(flipProbability >= 0 && flipProbability <= 1)) {
            throw new IllegalArgumentException("flip probability " + flipProbability);
        }
        crops = List.copyOf(crops);
    }

    /** No change at all. */
    public static Augmentation none() {
        return new Augmentation(0, List.of(), Range.ONE, Range.ONE, Range.ONE, GammaScale.UNIT, Rotation.NONE);
    }
}
