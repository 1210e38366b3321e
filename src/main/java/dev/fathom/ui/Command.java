package dev.fathom.ui;

import dev.fathom.ui.base.Shortcut;
import java.util.Arrays;
import java.util.Locale;

/**
 * A line of the command list.
 *
 * @param shortcut what it does
 * @param run does it, after showing the page it belongs to
 */
record Command(Shortcut shortcut, Runnable run) {

    /** True if every word occurs in group or label. */
    boolean fits(String words) {
        String text = (shortcut.group() + " " + shortcut.label()).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(text::contains);
    }
}
