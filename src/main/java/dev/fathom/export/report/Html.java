package dev.fathom.export.report;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page that is XML as well: every text is escaped here and nowhere else. */
final class Html {
    private Html() {}

    /** Text for between tags and for attributes; control characters, which no page may hold, become question marks. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : '?');
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0;
        return !control && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff;
    }

    /** An element around text. */
    static String text(String tag, String text) {
        return "<" + tag + ">" + escape(text) + "</" + tag + ">\n";
    }

    /** A table of texts. */
    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder out =
                new StringBuilder("<table>\n<thead>").append(row("th", head)).append("</thead>\n<tbody>");
        rows.forEach(row -> out.append(row("td", row)));
        return out.append("</tbody>\n</table>\n").toString();
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(t -> "<" + cell + ">" + escape(t) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }
}
