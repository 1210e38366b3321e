package dev.fathom.training;

import java.util.function.DoublePredicate;

/**
 * What a constant of a formula may be.
 *
 * @param text to follow "a number"
 */
record Range(String text, DoublePredicate holds) {
    static final Range POSITIVE = new Range("greater than 0", value -> value > 0 && value < Double.POSITIVE_INFINITY);
    static final Range NOT_NEGATIVE =
            new Range("of 0 or more", value -> value >= 0 && value < Double.POSITIVE_INFINITY);
    static final Range BELOW_INFINITY = new Range("below infinity", value -> value < Double.POSITIVE_INFINITY);
    static final Range SHARE = new Range("from 0 to 1", value -> value >= 0 && value <= 1);
    static final Range BELOW_1 = new Range("from 0 to less than 1", value -> value >= 0 && value < 1);
}
