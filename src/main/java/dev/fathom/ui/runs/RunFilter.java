package dev.fathom.ui.runs;

import dev.fathom.ui.base.MetricNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which runs are listed: every word must fit. A plain word is looked for in name, tags, state and notes; {@code
 * tag:small} and {@code state:finished} look in one place; {@code rmse<0.5} and {@code si_rmse>0.2} compare a metric.
 */
record RunFilter(List<Predicate<RunSummary>> words) {
    private static final Pattern COMPARISON = Pattern.compile("([\\w-]+)([<>])=?(-?\\d*\\.?\\d+)");

    static RunFilter of(String text) {
        return new RunFilter(Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(RunFilter::word)
                .toList());
    }

    boolean accepts(RunSummary run) {
        return words.stream().allMatch(word -> word.test(run));
    }

    private static Predicate<RunSummary> word(String word) {
        Matcher comparison = COMPARISON.matcher(word);
        if (comparison.matches()) {
            double bound = Double.parseDouble(comparison.group(3));
            boolean below = comparison.group(2).equals("<");
            return run -> compares(metric(run, comparison.group(1)), bound, below);
        }
        if (word.startsWith("tag:")) {
            return run -> run.tags().stream().anyMatch(tag -> has(tag, word.substring(4)));
        }
        if (word.startsWith("state:")) {
            return run -> has(run.stateText(), word.substring(6));
        }
        return run -> Stream.concat(
                        Stream.of(
                                run.name(),
                                run.stateText(),
                                run.info() == null ? "" : run.info().notes()),
                        run.tags().stream())
                .anyMatch(text -> has(text, word));
    }

    private static boolean has(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }

    /** By its name in events or as the field writes it. */
    private static double metric(RunSummary run, String name) {
        return run.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().equals(name)
                        || MetricNames.label(entry.getKey())
                                .toLowerCase(Locale.ROOT)
                                .equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static boolean compares(double value, double bound, boolean below) {
        return below ? value < bound : value > bound;
    }
}
