package dev.fathom.data.format;

import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table with a line of column names. Values in quotes may hold commas and no line ends. */
final class CsvTable {
    private static final Pattern VALUE = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]*)");

    private CsvTable() {}

    /**
     * The rows, by column.
     *
     * @throws UserException if the file cannot be read or has not all of these columns
     */
    static List<Map<String, String>> rows(Path file, String... columns) {
        List<String> lines = lines(file);
        List<String> names = lines.isEmpty() ? List.of() : values(lines.get(0));
        if (!names.containsAll(Arrays.asList(columns))) {
            throw new UserException(
                    file + " has not all of the columns " + String.join(", ", columns),
                    "Copy the file again from the data set's source, or remove it");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = values(line);
            Map<String, String> row = new HashMap<>();
            for (String column : columns) {
                int index = names.indexOf(column);
                row.put(column, index < values.size() ? values.get(index) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        return TextFiles.lines(file).stream().filter(line -> !line.isBlank()).toList();
    }

    private static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(line);
        int from = 0;
        while (from <= line.length() && matcher.find(from)) {
            values.add(
                    matcher.group(1) != null
                            ? matcher.group(1).replace("\"\"", "\"")
                            : matcher.group(2).strip());
            from = matcher.end() + 1;
        }
        return values;
    }
}
