package dev.fathom.ui.data;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.SplitRule;
import java.util.Optional;

/**
 * How a folder is read, as the page's fields hold it: text that may still be wrong.
 *
 * @param format name of a format or {@link DataOptions#AUTO}
 * @param scale raw depth units per metre; empty for those of the format
 * @param division empty for what the data set has, else the share of pairs to validate on, in percent
 * @param seed of that division
 */
public record DataSettings(String format, String scale, String division, String seed) {
    /** What opening a folder begins with. */
    public static final DataSettings DEFAULT = new DataSettings(DataOptions.AUTO, "", "", "1");

    private static final double PERCENT = 100;

    public DataSettings {
        scale = scale.strip();
        division = division.strip();
        seed = seed.strip();
    }

    /** What keeps these settings from being used, as a sentence. */
    public Optional<String> problem() {
        try {
            options();
            return Optional.empty();
        } catch (UserException e) {
            return Optional.of(e.sentence());
        }
    }

    /** @throws UserException if a text is not what it should be */
    public DataOptions options() {
        DataOptions options = DataOptions.DEFAULT.withFormat(format);
        if (!scale.isEmpty()) {
            options = options.withScale(
                    number(scale, "The depth scale", "Give raw units per metre, 1000 for millimetres"));
        }
        if (!division.isEmpty()) {
            double share = number(division, "The share to validate on", "Give percent, for example 10") / PERCENT;
            double drawn = number(seed, "The seed", "Give a whole number, for example 1");
            options = options.withSplit(new SplitRule.Ratio(share, 0, (long) drawn));
        }
        return options;
    }

    private static double number(String text, String what, String remedy) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UserException(what + " \"" + text + "\" is not a number", remedy, e);
        }
    }
}
