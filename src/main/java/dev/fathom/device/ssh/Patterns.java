package dev.fathom.device.ssh;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A list of names as {@code ssh_config} and {@code known_hosts} write it: {@code *} stands for anything, {@code ?} for one
 * character, and a name that matches one with a {@code !} before it does not belong.
 */
record Patterns(List<String> names) {
    static Patterns ofCommas(String text) {
        return new Patterns(List.of(text.split(",")));
    }

    boolean match(String name) {
        boolean found = false;
        for (String pattern : names) {
            boolean negated = pattern.startsWith("!");
            if (matches(negated ? pattern.substring(1) : pattern, name)) {
                if (negated) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE)
                .matcher(name)
                .matches();
    }
}
