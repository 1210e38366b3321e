package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fathom.core.UsageException;
import java.util.Locale;

/**
 * What an exported file takes and gives.
 *
 * @param input numbers of the picture
 * @param output size of the depth
 * @param clamp to which depth is cut; null leaves it as it is
 * @param unit of the depth
 * @param depth numbers of the depth; null, as old reports have it, are floats
 */
public record ExportOptions(Input input, Output output, Clamp clamp, Unit unit, Depth depth) {
    /** The picture as suits the format, metres for each of its pixels out. */
    public static final ExportOptions DEFAULT = new ExportOptions(Input.AUTO, Output.FULL, null, Unit.M);

    public ExportOptions {
        depth = depth == null ? Depth.FLOAT : depth;
    }

    /** With what is left to the format: whole numbers take bytes, because making them of floats costs more than it saves. */
    public ExportOptions in(ExportFormat format) {
        return input == Input.AUTO ? new ExportOptions(usual(format), output, clamp, unit, depth) : this;
    }

    private static Input usual(ExportFormat format) {
        return format == ExportFormat.INT8 ? Input.UINT8 : Input.FLOAT;
    }

    /** Depth as floats. */
    public ExportOptions(Input input, Output output, Clamp clamp, Unit unit) {
        this(input, output, clamp, unit, Depth.FLOAT);
    }

    /** Numbers of the picture, in any case RGB from 0 to 255. */
    public enum Input {
        /** Bytes for whole numbers, floats for others. */
        AUTO,
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

    /** Numbers of the depth. */
    public enum Depth {
        FLOAT,
        /** Bytes with a scale in the unit, of networks of whole numbers only. */
        UINT8,
        /** The same less 128. */
        INT8;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Depth of(String text) {
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
                throw new UsageException(
                        "Depth cannot be cut to " + min + " to " + max + " m", "Write for example 0.1:10, in metres");
            }
        }
    }
}
