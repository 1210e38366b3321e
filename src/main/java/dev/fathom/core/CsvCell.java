package dev.fathom.core;

/** A text as a cell of a CSV file that no spreadsheet takes for a formula. */
public final class CsvCell {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String NUMBER = "-?[0-9.E-]+";

    private CsvCell() {}

    /** The text in quotes where it needs them, behind an apostrophe where it would be computed. Numbers stay numbers. */
    public static String of(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 && !text.matches(NUMBER);
        String harmless = formula ? "'" + text : text;
        boolean quote = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
