package dev.fathom.data.format;

import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lists of the TUM RGB-D benchmark: a time and a path a line, or two of each; # begins a comment. */
final class TumList {
    private TumList() {}

    /** A line of two files that belong together. */
    record Pair(String picture, String depth) {}

    /**
     * Paths by time.
     *
     * @throws UserException if the file cannot be read or a line is no time and path
     */
    static NavigableMap<Double, String> files(Path list) {
        NavigableMap<Double, String> files = new TreeMap<>();
        for (String[] words : lines(list, 2)) {
            files.put(time(list, words[0]), words[1]);
        }
        return files;
    }

    /**
     * Pairs of an association file. TUM's tool writes the picture first, the ICL-NUIM set has the depth first.
     *
     * @throws UserException if the file cannot be read or a line is not two times and paths
     */
    static List<Pair> pairs(Path list) {
        List<Pair> pairs = new ArrayList<>();
        for (String[] words : lines(list, 4)) {
            boolean depthFirst = words[1].contains("depth") && !words[3].contains("depth");
            pairs.add(depthFirst ? new Pair(words[3], words[1]) : new Pair(words[1], words[3]));
        }
        return pairs;
    }

    private static List<String[]> lines(Path list, int words) {
        List<String[]> lines = new ArrayList<>();
        for (String line : TextFiles.lines(list)) {
            String text = line.replace(',', ' ').strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                String[] found = text.split("\\s+");
                if (found.length < words) {
                    throw refused(list, line);
                }
                lines.add(found);
            }
        }
        return lines;
    }

    private static double time(Path list, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw refused(list, word);
        }
    }

    private static UserException refused(Path list, String line) {
        return new UserException(
                list + " has the line \"" + line + "\", which is not a time and a path",
                "Give each line a time in seconds and a path, or begin it with #");
    }
}
