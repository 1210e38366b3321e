package dev.fathom.data.format;

import dev.fathom.core.TextFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lists of 7-Scenes say a sequence is for: lines such as {@code sequence1}, of the folder {@code seq-01}. */
final class SequenceSplit {
    private static final Pattern NUMBER = Pattern.compile("0*(\\d+)\\s*$");

    private SequenceSplit() {}

    /**
     * To test on if the list beside the sequence's folder says so, else to train on.
     *
     * @throws dev.fathom.core.UserException if the list cannot be read
     */
    static Part of(Path sequence) {
        Path list = sequence.resolveSibling("TestSplit.txt");
        if (!Files.exists(list)) {
            return Part.TRAIN;
        }
        String number = number(sequence.getFileName().toString());
        boolean tested =
                TextFiles.lines(list).stream().anyMatch(line -> number(line).equals(number));
        return tested && !number.isEmpty() ? Part.TEST : Part.TRAIN;
    }

    private static String number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
