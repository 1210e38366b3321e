package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Numbers that a TFLite file holds and computes with. */
public enum ExportFormat {
    /** 32-bit floats. */
    F32,
    /** Weights as 16-bit floats; computed as F32. */
    F16,
    /** Weights of dense convolutions in eight bits, their inputs quantised while they run. */
    DYNAMIC,
    /** Whole numbers of eight bits from the first convolution to the last, with scales from pictures. */
    INT8;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such format */
    @JsonCreator
    public static ExportFormat of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
