package dev.fathom.data.format;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a data set that list its pairs, by what they are for.
 *
 * @param train files whose name says train, or says nothing
 * @param val files whose name says val
 * @param test files whose name says test
 */
record PairLists(List<Path> train, List<Path> val, List<Path> test) {
    private static final List<String> PLACES = List.of("", "data", "split", "splits", "filenames", "train_test_inputs");

    /** The lists in a folder, or in the folders of it where lists are usually kept; of the first that has any. */
    static Optional<PairLists> find(Path root) {
        for (String place : PLACES) {
            Path folder = root.resolve(place);
            List<Path> lists = Files.isDirectory(folder) ? lists(folder) : List.of();
            if (!lists.isEmpty()) {
                return Optional.of(new PairLists(
                        lists.stream()
                                .filter(file -> !says(file, "val") && !says(file, "test"))
                                .toList(),
                        lists.stream().filter(file -> says(file, "val")).toList(),
                        lists.stream().filter(file -> says(file, "test")).toList()));
            }
        }
        return Optional.empty();
    }

    private static List<Path> lists(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PairLists::isText)
                    .filter(file -> PairLine.first(file).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserException(
                    "The folder " + folder + " cannot be listed: " + e.getMessage(), "Check its permissions", e);
        }
    }

    private static boolean isText(Path file) {
        String name = name(file);
        return (name.endsWith(".txt") || name.endsWith(".csv")) && Files.isRegularFile(file);
    }

    private static boolean says(Path file, String word) {
        return name(file).contains(word) && !name(file).contains("train");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** First line of the first list. */
    PairLine sample() {
        return PairLine.first(any()).orElseThrow();
    }

    /** One of the lists, to name. */
    Path any() {
        return Stream.of(train, val, test).flatMap(List::stream).findFirst().orElseThrow();
    }
}
