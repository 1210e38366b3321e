package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.function.DoublePredicate;

/** What a constant of a formula may be. */
public enum NumberRange {
    POSITIVE("greater than 0", value -> value > 0 && value < Double.POSITIVE_INFINITY),
    NOT_NEGATIVE("of 0 or more", value -> value >= 0 && value < Double.POSITIVE_INFINITY),
    BELOW_INFINITY("below infinity", value -> value < Double.POSITIVE_INFINITY),
    SHARE("from 0 to 1", value -> value >= 0 && value <= 1),
    BELOW_1("from 0 to less than 1", value -> value >= 0 && value < 1),
    /** For each cell of a picture; each step draws them anew, so more only cost time. */
    TRIPLETS("greater than 0 and at most 10", n -> n > 0 && n <= 10),
    ADAPTIVE_ALPHA("between 0.001 and 1.999", alpha -> alpha > 0.001 && alpha < 1.999),
    ABOVE_A_MILLIMETRE("greater than 0.001", c -> c > 0.001 && c < Double.POSITIVE_INFINITY);

    private final String text;
    private final DoublePredicate holds;

    NumberRange(String text, DoublePredicate holds) {
        this.text = text;
        this.holds = holds;
    }

    /** To follow "a number". */
    public String text() {
        return text;
    }

    /** Whether a number is allowed; one that is not a number never is. */
    public boolean holds(double value) {
        return holds.test(value);
    }

    @JsonCreator
    static NumberRange of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
