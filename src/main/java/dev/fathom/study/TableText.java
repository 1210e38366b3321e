package dev.fathom.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A study's table as Markdown and as LaTeX (with the package booktabs). */
final class TableText {
    private static final Map<Character, String> LATEX = Map.ofEntries(
            Map.entry('\\', "\\textbackslash{}"),
            Map.entry('{', "\\{"),
            Map.entry('}', "\\}"),
            Map.entry('%', "\\%"),
            Map.entry('&', "\\&"),
            Map.entry('#', "\\#"),
            Map.entry('$', "\\$"),
            Map.entry('_', "\\_"),
            Map.entry('^', "\\textasciicircum{}"),
            Map.entry('~', "\\textasciitilde{}"),
            Map.entry('±', "$\\pm$"));

    private TableText() {}

    static String markdown(StudyTable table) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(header(table));
        for (StudyTable.Line line : table.lines()) {
            List<String> row = new ArrayList<>(List.of(line.row().replace("|", "\\|"), line.count()));
            table.columns()
                    .forEach(c -> row.add(StudyTable.cell(c, line.values().get(c), " ± ")));
            cells.add(row);
        }
        StringBuilder text = new StringBuilder("**" + table.title() + "**\n\n");
        int[] widths = widths(cells);
        for (int i = 0; i < cells.size(); i++) {
            text.append(padded(cells.get(i), widths));
            if (i == 0) {
                text.append(rule(widths));
            }
        }
        text.append('\n').append(table.caption()).append('\n');
        table.remarks().forEach(remark -> text.append("\n- ").append(remark));
        return text.toString().strip() + "\n";
    }

    private static List<String> header(StudyTable table) {
        List<String> header = new ArrayList<>(List.of("row", "n"));
        table.columns().forEach(column -> header.add(column.title()));
        return header;
    }

    private static int[] widths(List<List<String>> cells) {
        int[] widths = new int[cells.get(0).size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    /** The first column to the left, numbers to the right. */
    private static String padded(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - row.get(i).length());
            line.append(' ')
                    .append(i == 0 ? row.get(i) + blanks : blanks + row.get(i))
                    .append(" |");
        }
        return line.append('\n').toString();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? " " : "-").append("-".repeat(widths[i])).append(i == 0 ? " |" : ": |");
        }
        return line.append('\n').toString();
    }

    static String latex(StudyTable table) {
        StringBuilder text = new StringBuilder(
                        "% needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\begin{tabular}{lr")
                .append("r".repeat(table.columns().size()))
                .append("}\n\\toprule\n");
        text.append(header(table).stream().map(TableText::escaped).collect(Collectors.joining(" & ")))
                .append(" \\\\\n\\midrule\n");
        for (StudyTable.Line line : table.lines()) {
            text.append(escaped(line.row())).append(" & ").append(line.count());
            for (Column column : table.columns()) {
                text.append(" & ").append(StudyTable.cell(column, line.values().get(column), " $\\pm$ "));
            }
            text.append(" \\\\\n");
        }
        text.append("\\bottomrule\n\\end{tabular}\n\\caption{")
                .append(escaped(table.title() + ". " + table.caption()))
                .append("}\n\\end{table}\n");
        table.remarks().forEach(remark -> text.append("% ").append(remark).append('\n'));
        return text.toString();
    }

    /** Text in which LaTeX's own characters are harmless. */
    static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> LATEX.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining());
    }
}
