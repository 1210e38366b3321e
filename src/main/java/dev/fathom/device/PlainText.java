package dev.fathom.device;

/** Text from another machine, for people: without characters that move a terminal's cursor or turn text around. */
public final class PlainText {
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}]+";

    private PlainText() {}

    /** On one line; each run of control and format characters becomes a space. */
    public static String of(String text) {
        return text.replaceAll(UNSEEN, " ").strip();
    }
}
