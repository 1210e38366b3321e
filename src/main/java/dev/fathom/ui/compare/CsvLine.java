package dev.fathom.ui.compare;

import java.util.ArrayList;
import java.util.List;

/** One line of the CSV files that Fathom writes. */
final class CsvLine {
    private CsvLine() {}

    /** Its cells; quotes are taken off, and the apostrophe that keeps spreadsheets from computing. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        cells.replaceAll(text -> text.matches("'[=+@-].*") ? text.substring(1) : text);
        return cells;
    }
}
