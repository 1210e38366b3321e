package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fathom.core.UserException;
import java.util.Locale;

/**
 * What an exported file takes and gives.
 *
 * @param input numbers of the picture
 * @param output size of the depth
 * @param clamp to which depth is cut; null leaves it as it is
 * @param unit of the depth
 */
public record ExportOptions(Input input, Output output, Clamp clamp, Unit unit) {
    /** A float picture in, metres for each of its pixels out. */
    public static final ExportOptions DEFAULT = new ExportOptions(Input.FLOAT, Output.FULL, null, Unit.M);

    /** Numbers of the picture, in any case RGB from 0 to 255. */
    public enum Input {
        FLOAT,
        /** Bytes as cameras and files have them. */
        UINT8,
        /** The same less 128. */
        INT8;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Input of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Size of the depth. */
    public enum Output {
        /** That of the picture. */
        FULL,
        /** What the network computes before it is enlarged. */
        NETWORK;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Output of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Unit of the depth. */
    public enum Unit {
        M(1, "metres"),
        MM(1000, "millimetres");

        private final int perMetre;
        private final String plural;

        Unit(int perMetre, String plural) {
            this.perMetre = perMetre;
            this.plural = plural;
        }

        /** How many make a metre. */
        public int perMetre() {
            return perMetre;
        }

        /** In words. */
        public String plural() {
            return plural;
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Unit of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Least and most depth, in metres whatever the unit of the file. */
    public record Clamp(double min, double max) {
        public Clamp {
            if (!(min >= 0) || !(max > min) || Double.isInfinite(max)) {
                throw new UserException(
                        "Depth cannot be cut to " + min + " to " + max + " m", "Write for example 0.1:10, in metres");
            }
        }
    }
}
