package dev.fathom.ui.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences about a configuration in the words of the form: a field by its label instead of its place in a file, and
 * values as one writes them into a field. The command line has files and keeps its own words.
 */
final class FormWords {
    private static final Pattern PLACE = Pattern.compile("(?:\\b[Tt]he value of )?(?<![\\w./-])"
            + "([a-z]\\w*(?:\\.[a-z]\\w*)+|(?:^|(?<=[Ss]et |value of ))(?:seed|reweighting|name|tags|losses)\\b)"
            + "(?:\\.\\[(\\d+)])?(?:: (\\[]|[\\w.+-]+))?");
    private static final int PATH = 1;
    private static final int ENTRY = 2;
    private static final int VALUE = 3;
    private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern NUMBER =
            Pattern.compile("(?<=\\bis |\\(|at most )-?\\d+\\.\\d+(?:E-?\\d+)?(?![\\w/])");
    private static final Pattern WEIGHT = Pattern.compile("losses\\.(?<loss>\\w+)\\.weight");

    /** Fields that have a place of their own in the form. */
    private static final Map<String, String> OWN = Map.of(
            "distillation.teacher", "Teacher",
            "distillation.strategy", "Strategies",
            "distillation.weight", "Weight of the strategy",
            "distillation.losses", "Losses of the strategy",
            "distillation.pairs", "What is compared",
            "distillation.pairs.weight", "Weight of a pair",
            "losses", "Losses");

    private static final Map<String, String> LABELS = labels();

    private FormWords() {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>(OWN);
        Field.ALL.forEach(field -> labels.put(field.path(), field.label()));
        return labels;
    }

    /** How the form calls the field at a dotted path. */
    static Optional<String> label(String path) {
        Matcher weight = WEIGHT.matcher(path);
        return weight.matches()
                ? Optional.of("Weight of " + weight.group("loss"))
                : Optional.ofNullable(LABELS.get(path));
    }

    /** The same problem for somebody who has the form before them. */
    static Problem of(Problem problem) {
        return new Problem(
                problem.path(),
                words(problem.what(), problem.path()).replaceFirst("^entry ", "Entry "),
                words(problem.remedy(), problem.path()),
                problem.weight(),
                problem.preset());
    }

    private static String words(String sentence, String path) {
        String named = PLACE.matcher(sentence).replaceAll(FormWords::named);
        String plain = NUMBER.matcher(named).replaceAll(number -> FieldKind.number(Double.parseDouble(number.group())));
        return Field.at(path)
                .map(field -> LIST.matcher(plain).replaceAll(list -> listed(field.kind(), list)))
                .orElse(plain);
    }

    private static String named(MatchResult place) {
        Optional<String> label = label(place.group(PATH));
        if (label.isEmpty()) {
            return Matcher.quoteReplacement(place.group());
        }
        String quoted = "\"" + label.get() + "\"";
        String entry = place.group(ENTRY);
        String value = place.group(VALUE);
        String whole = entry == null ? quoted : "entry " + (Integer.parseInt(entry) + 1) + " of " + quoted;
        return Matcher.quoteReplacement(value == null ? whole : whole + " to " + (value.equals("[]") ? "none" : value));
    }

    /** Two numbers as the field takes them; the words that stand for them likewise. */
    private static String listed(FieldKind kind, MatchResult list) {
        String between = kind == FieldKind.SIZES ? "x" : ", ";
        return kind == FieldKind.SIZES || kind == FieldKind.RANGE
                ? Arrays.stream(list.group(1).split(",\\s*")).collect(Collectors.joining(between))
                : Matcher.quoteReplacement(list.group());
    }
}
