package dev.fathom.data;

import dev.fathom.core.UsageException;
import java.util.Optional;

/**
 * What the user says about a data set, over what the data set says itself.
 *
 * @param format name of the format, or {@link #AUTO} to look
 * @param unitsPerMetre units of the stored depth per metre, 1000 for millimetres; empty for those of the format
 * @param split how pairs are divided
 * @param crop whether the part is cut out that users of the format keep, see {@link CropRule}
 */
public record DataOptions(String format, Optional<Double> unitsPerMetre, SplitRule split, boolean crop) {
    /** The format is found by looking. */
    public static final String AUTO = "auto";

    /** Nothing is said. */
    public static final DataOptions DEFAULT = new DataOptions(AUTO, Optional.empty(), new SplitRule.AsFound(), true);

    /** @throws UsageException if the scale is not a positive number */
    public DataOptions {
        if (unitsPerMetre.isPresent() && !(unitsPerMetre.get() > 0 && Double.isFinite(unitsPerMetre.get()))) {
            throw new UsageException(
                    "The depth scale " + unitsPerMetre.get() + " is not a positive number",
                    "Give raw units per metre, 1000 for millimetres");
        }
    }

    /** @param name of a format, or {@link #AUTO} */
    public DataOptions withFormat(String name) {
        return new DataOptions(name, unitsPerMetre, split, crop);
    }

    /** @throws UsageException if it is not a positive number of units per metre */
    public DataOptions withScale(double units) {
        return new DataOptions(format, Optional.of(units), split, crop);
    }

    /** With another rule to divide pairs. */
    public DataOptions withSplit(SplitRule rule) {
        return new DataOptions(format, unitsPerMetre, rule, crop);
    }

    /** Pictures are kept whole. */
    public DataOptions withoutCrop() {
        return new DataOptions(format, unitsPerMetre, split, false);
    }

    /** The scale that counts where the format's own is {@code usual}. */
    public double scaleOr(double usual) {
        return unitsPerMetre.orElse(usual);
    }
}
