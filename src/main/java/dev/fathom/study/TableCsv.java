package dev.fathom.study;

import dev.fathom.core.CsvCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A study's numbers for machines, with all their digits. */
final class TableCsv {
    private TableCsv() {}

    /** One line a row: mean and sample standard deviation of each column. */
    static String rows(StudyTable table) {
        List<String> header = new ArrayList<>(List.of("row", "seeds", "scored"));
        for (Column column : table.columns()) {
            header.add(column.key() + "_mean");
            header.add(column.key() + "_std");
        }
        StringBuilder csv = new StringBuilder(line(header));
        for (StudyTable.Line row : table.lines()) {
            List<String> cells =
                    new ArrayList<>(List.of(row.row(), String.valueOf(row.wanted()), String.valueOf(row.scored())));
            for (Column column : table.columns()) {
                cells.add(number(row.values().get(column).mean()));
                cells.add(number(row.values().get(column).std()));
            }
            csv.append(line(cells));
        }
        return csv.toString();
    }

    /** One line a row and seed. */
    static String runs(StudyTable table) {
        List<String> header = new ArrayList<>(List.of("row", "seed", "run", "state", "remark"));
        table.columns().forEach(column -> header.add(column.key()));
        StringBuilder csv = new StringBuilder(line(header));
        for (StudyTable.SeedRun run : table.runs()) {
            List<String> cells = new ArrayList<>(
                    List.of(run.row(), String.valueOf(run.seed()), run.run(), run.state(), run.remark()));
            table.columns().forEach(column -> cells.add(number(run.values().getOrDefault(column, Double.NaN))));
            csv.append(line(cells));
        }
        return csv.toString();
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return Double.isNaN(value) ? "" : whole ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvCell::of).collect(Collectors.joining(",")) + "\n";
    }
}
