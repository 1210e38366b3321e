package dev.fathom.ui.data;

import java.util.Locale;
import javafx.util.StringConverter;

/** Splits by their names. */
final class SplitWords extends StringConverter<Split> {
    @Override
    public String toString(Split split) {
        return split == null ? "" : split.title();
    }

    @Override
    public Split fromString(String text) {
        return Split.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
