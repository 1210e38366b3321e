package dev.fathom.data.format;

import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a list of pairs: {@code PICTURE DEPTH [FOCAL]}, paths below some folder, where the depth may be
 * {@code None}. Commas may stand for the spaces.
 *
 * @param depth nothing for a picture without ground truth
 * @param focal in pixels of the picture
 */
record PairLine(String picture, Optional<String> depth, Optional<Double> focal) {
    private static final String NO_DEPTH = "None";

    /** Reads a line, or nothing if it is no such line. */
    static Optional<PairLine> of(String line) {
        String[] words = line.strip().split("[,\\s]+");
        if (words.length < 2 || words.length > 3 || !isPicture(words[0])) {
            return Optional.empty();
        }
        boolean none = words[1].equals(NO_DEPTH);
        if (!none && !words[1].contains(".")) {
            return Optional.empty();
        }
        try {
            Optional<Double> focal = words.length < 3 ? Optional.empty() : Optional.of(Double.valueOf(words[2]));
            return Optional.of(
                    new PairLine(relative(words[0]), none ? Optional.empty() : Optional.of(relative(words[1])), focal));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The first line of a file, if it is such a line; never more than its first bytes are read. */
    static Optional<PairLine> first(Path file) {
        byte[] start = new byte[1 << 10];
        try (var in = Files.newInputStream(file)) {
            int length = in.readNBytes(start, 0, start.length);
            return new String(start, 0, length, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .flatMap(PairLine::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @throws UserException naming the line, if one is something else */
    static List<PairLine> all(Path file) {
        List<PairLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : TextFiles.lines(file)) {
            number++;
            if (!line.isBlank()) {
                int at = number;
                lines.add(of(line).orElseThrow(() -> new UserException(
                        "Line " + at + " of " + file + " is not \"PICTURE DEPTH [FOCAL]\"", "Correct it")));
            }
        }
        return lines;
    }

    private static boolean isPicture(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    /** Some published lists begin their paths with a slash. */
    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
