package dev.fathom.ui.compare;

/**
 * How depth and errors are coloured.
 *
 * @param map one of {@link dev.fathom.core.ColorMap#NAMES}, for depth
 * @param linked true if all panes share the ground truth's range
 * @param greatestError end of the error's colours in metres, null for a quarter of the range of depth
 */
public record Colours(String map, RangeRule rule, boolean linked, Double greatestError) {
    public static final Colours DEFAULT = new Colours("viridis", RangeRule.PERCENTILES, true, null);

    Colours withMap(String newMap) {
        return new Colours(newMap, rule, linked, greatestError);
    }

    Colours withRule(RangeRule newRule) {
        return new Colours(map, newRule, linked, greatestError);
    }

    Colours withLinked(boolean nowLinked) {
        return new Colours(map, rule, nowLinked, greatestError);
    }

    /** @param metres null for a quarter of the range of depth */
    Colours withGreatestError(Double metres) {
        return new Colours(map, rule, linked, metres);
    }
}
