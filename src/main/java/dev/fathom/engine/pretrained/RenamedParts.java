package dev.fathom.engine.pretrained;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that follow from each other by replacing what a few patterns match at their beginning; the first pattern that
 * matches counts, and a name that none matches stays as it is.
 *
 * @param rules regular expression to replacement, in which {@code $1} is the expression's first group
 */
record RenamedParts(Map<Pattern, String> rules) {
    /** @param rules expression and replacement by turns */
    static RenamedParts of(String... rules) {
        Map<Pattern, String> compiled = new LinkedHashMap<>();
        for (int i = 0; i < rules.length; i += 2) {
            compiled.put(Pattern.compile(rules[i]), rules[i + 1]);
        }
        return new RenamedParts(compiled);
    }

    Map<String, String> all(Set<String> names) {
        Map<String, String> renamed = new LinkedHashMap<>();
        names.forEach(name -> renamed.put(name, one(name)));
        return renamed;
    }

    private String one(String name) {
        for (Map.Entry<Pattern, String> rule : rules.entrySet()) {
            Matcher matcher = rule.getKey().matcher(name);
            if (matcher.lookingAt()) {
                return matcher.replaceFirst(rule.getValue());
            }
        }
        return name;
    }
}
