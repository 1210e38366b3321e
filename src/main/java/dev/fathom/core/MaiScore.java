package dev.fathom.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The Mobile AI challenge's score of a depth network: {@code 2^(-20 siRMSE) / (C t)} with the runtime t in seconds. The
 * organisers did not publish C; these values reproduce the published tables.
 */
public enum MaiScore {
    /** Challenge of 2021; all twelve rows of its table. */
    MAI2021("mai2021", 1.0 / 640),
    /** Challenge of 2022; the same constant. */
    MAI2022("mai2022", 1.0 / 640),
    /** Table 3 of the LiteDepth paper, which takes another constant. */
    LITEDEPTH_TABLE3("litedepth-table3", 0.01);

    private static final double EXPONENT = -20;
    private static final double MILLIS_PER_SECOND = 1000;

    private final String text;
    private final double constant;

    MaiScore(String text, double constant) {
        this.text = text;
        this.constant = constant;
    }

    /** @throws UserException if there is no such preset */
    public static MaiScore named(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.text.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no score " + name,
                        "Use one of "
                                + Arrays.stream(values()).map(MaiScore::text).collect(Collectors.joining(", "))));
    }

    /** Its name on the command line. */
    public String text() {
        return text;
    }

    /**
     * The score; higher is better.
     *
     * @param siRmse of natural-log depth, mean over the images
     * @param millis runtime of one image
     */
    public double of(double siRmse, double millis) {
        return Math.pow(2, EXPONENT * siRmse) / (constant * millis / MILLIS_PER_SECOND);
    }
}
