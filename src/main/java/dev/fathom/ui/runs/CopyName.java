package dev.fathom.ui.runs;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the copy of a run is called: "pairwise 2", the next free number; "seed 1 (2)" where a number ends the name. */
final class CopyName {
    private static final Pattern NUMBERED =
            Pattern.compile("(?<name>.*\\S) (?:\\((?<after>\\d{1,6})\\)|(?<number>\\d{1,6}))");
    private static final int SECOND = 2;

    private CopyName() {}

    /** @param taken names of the runs that there are */
    static String of(String name, Set<String> taken) {
        Matcher numbered = NUMBERED.matcher(name);
        // Only the number of a copy is counted on; that of "seed 1" belongs to the name.
        boolean isCopy = numbered.matches() && taken.contains(numbered.group("name"));
        String base = isCopy ? numbered.group("name") : name;
        String form = Character.isDigit(base.charAt(base.length() - 1)) ? "%s (%d)" : "%s %d";
        int number = SECOND;
        while (taken.contains(String.format(Locale.ROOT, form, base, number))) {
            number++;
        }
        return String.format(Locale.ROOT, form, base, number);
    }
}
