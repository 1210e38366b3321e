package dev.fathom.core;

/** Text from elsewhere, such as names in a file, that is to be shown in a terminal. */
public final class PlainText {
    private PlainText() {}

    /**
     * The text with question marks for control characters, which could tell the terminal anything, and for format
     * characters, which could reorder what is read. Line ends stay.
     */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", "?");
    }
}
