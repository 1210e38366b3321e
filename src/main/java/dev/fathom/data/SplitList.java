package dev.fathom.data;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A division into training, validation and test pairs as files of stems, one a line: {@code train.txt}, {@code val.txt}
 * and {@code test.txt}. Empty lines and those that begin with # count for nothing.
 *
 * @param stems by split; a split without a file has none
 */
public record SplitList(Map<String, List<String>> stems) {
    static final String TRAIN = "train";
    static final String VAL = "val";
    static final String TEST = "test";
    private static final List<String> SPLITS = List.of(TRAIN, VAL, TEST);

    /** The division of these samples. */
    public static SplitList of(SampleLists samples) {
        Map<String, List<String>> stems = new LinkedHashMap<>();
        stems.put(TRAIN, samples.train().stream().map(Sample::stem).toList());
        stems.put(VAL, samples.val().stream().map(Sample::stem).toList());
        stems.put(TEST, samples.test().stream().map(Sample::stem).toList());
        return new SplitList(stems);
    }

    /**
     * Reads the list files of a folder.
     *
     * @throws UserException if there is none, or one cannot be read
     */
    public static SplitList read(Path folder) {
        Map<String, List<String>> stems = new LinkedHashMap<>();
        for (String split : SPLITS) {
            Path file = folder.resolve(split + ".txt");
            stems.put(split, Files.exists(file) ? lines(file) : List.of());
        }
        if (stems.values().stream().allMatch(List::isEmpty)) {
            throw new UserException(
                    "There is no list of pairs in " + folder,
                    "Expected are train.txt, val.txt and perhaps test.txt with one stem a line; \"fathom data split\""
                            + " writes them");
        }
        return new SplitList(stems);
    }

    private static List<String> lines(Path file) {
        return TextFiles.lines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Writes a list file for each split that has pairs. */
    public void write(Path folder) throws IOException {
        for (String split : SPLITS) {
            if (!stems.get(split).isEmpty()) {
                AtomicFiles.writeString(
                        folder.resolve(split + ".txt"),
                        stems.get(split).stream().collect(Collectors.joining("\n", "", "\n")));
            }
        }
    }

    /**
     * The samples that the lists name, in their order.
     *
     * @throws UserException if a list names a sample that is not there
     */
    SampleLists pick(SampleLists found) {
        Map<String, Sample> byStem = new LinkedHashMap<>();
        found.labelled().forEach(sample -> byStem.put(sample.stem(), sample));
        return new SampleLists(pick(TRAIN, byStem), pick(VAL, byStem), pick(TEST, byStem), found.unlabeled());
    }

    private List<Sample> pick(String split, Map<String, Sample> byStem) {
        List<Sample> picked = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String stem : stems.get(split)) {
            Sample sample = byStem.get(stem);
            if (sample == null) {
                missing.add(stem);
            } else {
                picked.add(sample);
            }
        }
        if (!missing.isEmpty()) {
            throw new UserException(
                    missing.size() + " pairs of " + split + ".txt are not in the data set, the first: "
                            + missing.get(0),
                    "Lists hold stems, the paths of pictures below their folder without the ending; write them anew"
                            + " with \"fathom data split\"");
        }
        return picked;
    }
}
