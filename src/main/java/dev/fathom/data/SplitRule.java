package dev.fathom.data;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** How the pairs of a data set are divided into those to train on, to validate on and to test on. */
public sealed interface SplitRule {

    /** In words, for a run's provenance. */
    String text();

    /**
     * Divides samples; unlabelled ones stay what they are.
     *
     * @throws UserException if the rule does not fit the samples
     */
    SampleLists divide(SampleLists found);

    /** As the data set has it. */
    record AsFound() implements SplitRule {
        @Override
        public String text() {
            return "as the data set has it";
        }

        @Override
        public SampleLists divide(SampleLists found) {
            return found;
        }
    }

    /**
     * A share of all pairs, drawn by a hash of seed and stem, so that pairs that are added later move next to none of the
     * others.
     *
     * @param val share from 0 to 1 to validate on
     * @param test share from 0 to 1 to test on
     */
    record Ratio(double val, double test, long seed) implements SplitRule {
        /** For sets that have no split, if nothing else is said. */
        static final Ratio USUAL = new Ratio(0.1, 0, 1);

        /** @throws UserException if the shares leave nothing to train on */
        public Ratio {
            if (!(val >= 0 && test >= 0 && val + test < 1)) {
                throw new UserException(
                        "Shares of " + val + " to validate and " + test + " to test leave nothing to train on",
                        "Use shares from 0 to 1 whose sum is below 1");
            }
        }

        @Override
        public String text() {
            return "shares of " + val + " to validate and " + test + " to test, drawn with seed " + seed;
        }

        @Override
        public SampleLists divide(SampleLists found) {
            List<Sample> drawn = new ArrayList<>(found.labelled());
            drawn.sort(Comparator.comparingLong(this::draw).thenComparing(Sample::stem));
            int toVal = (int) Math.round(val * drawn.size());
            int toTest = (int) Math.round(test * drawn.size());
            return new SampleLists(
                    sorted(drawn.subList(toVal + toTest, drawn.size())),
                    sorted(drawn.subList(0, toVal)),
                    sorted(drawn.subList(toVal, toVal + toTest)),
                    found.unlabeled());
        }

        private long draw(Sample sample) {
            long hash = 0;
            for (int i = 0; i < sample.stem().length(); i++) {
                hash = hash * 31 + sample.stem().charAt(i);
            }
            return SeededRandom.of(seed, hash).nextLong();
        }

        private static List<Sample> sorted(List<Sample> samples) {
            return samples.stream().sorted(Comparator.comparing(Sample::stem)).toList();
        }
    }

    /** By the folders that the stems lie in, for example whole scenes; what is in neither list is trained on. */
    record Folders(List<String> val, List<String> test) implements SplitRule {
        public Folders {
            val = List.copyOf(val);
            test = List.copyOf(test);
        }

        @Override
        public String text() {
            return "folders " + val + " to validate, " + test + " to test";
        }

        @Override
        public SampleLists divide(SampleLists found) {
            List<Sample> all = found.labelled();
            for (List<String> folders : List.of(val, test)) {
                folders.forEach(folder -> requireSome(folder, all));
            }
            return SplitRule.by(all, found.unlabeled(), sample -> {
                if (isIn(val, sample)) {
                    return SplitList.VAL;
                }
                return isIn(test, sample) ? SplitList.TEST : SplitList.TRAIN;
            });
        }

        private static void requireSome(String folder, List<Sample> all) {
            if (all.stream().noneMatch(sample -> lies(sample, folder))) {
                String first =
                        all.isEmpty() ? "" : "; the first pair is " + all.get(0).stem();
                throw new UserException(
                        "No pair of the data set lies in a folder " + folder + first,
                        "Name folders as they stand in front of the pairs' names");
            }
        }

        private static boolean isIn(List<String> folders, Sample sample) {
            return folders.stream().anyMatch(folder -> lies(sample, folder));
        }

        private static boolean lies(Sample sample, String folder) {
            return sample.stem().startsWith(folder.endsWith("/") ? folder : folder + "/");
        }
    }

    /**
     * By list files {@code train.txt}, {@code val.txt} and {@code test.txt} of stems, one a line; what is in no list is
     * not used.
     */
    record Lists(Path folder) implements SplitRule {
        @Override
        public String text() {
            return "the list files in " + folder;
        }

        @Override
        public SampleLists divide(SampleLists found) {
            return SplitList.read(folder).pick(found);
        }
    }

    private static SampleLists by(List<Sample> all, List<Sample> unlabeled, Function<Sample, String> split) {
        return new SampleLists(
                all.stream().filter(s -> split.apply(s).equals(SplitList.TRAIN)).toList(),
                all.stream().filter(s -> split.apply(s).equals(SplitList.VAL)).toList(),
                all.stream().filter(s -> split.apply(s).equals(SplitList.TEST)).toList(),
                unlabeled);
    }
}
