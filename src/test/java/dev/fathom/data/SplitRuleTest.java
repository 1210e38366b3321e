package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitRuleTest {
    @TempDir
    Path dir;

    @Test
    void aRatioDrawsThatManyAndUsesEveryPairOnce() {
        SampleLists split = new SplitRule.Ratio(0.2, 0.1, 5).divide(SampleLists.undivided(samples("scene/", 50)));
        assertEquals(35, split.train().size());
        assertEquals(10, split.val().size());
        assertEquals(5, split.test().size());
        Set<String> all = new HashSet<>(stems(split.train()));
        all.addAll(stems(split.val()));
        all.addAll(stems(split.test()));
        assertEquals(50, all.size());
    }

    @Test
    void theSeedDecidesWhichAndTheOrderOfTheListDoesNot() {
        List<Sample> samples = samples("", 50);
        List<Sample> reversed = new ArrayList<>(samples);
        Collections.reverse(reversed);
        SplitRule first = new SplitRule.Ratio(0.2, 0, 1);
        SampleLists one = first.divide(SampleLists.undivided(samples));
        assertEquals(one, first.divide(SampleLists.undivided(reversed)));
        assertNotEquals(one, new SplitRule.Ratio(0.2, 0, 2).divide(SampleLists.undivided(samples)));
    }

    @Test
    void pairsThatAreAddedLeaveNearlyAllOthersWhereTheyWere() {
        SplitRule rule = new SplitRule.Ratio(0.5, 0, 3);
        Set<String> before = new HashSet<>(
                stems(rule.divide(SampleLists.undivided(samples("", 200))).val()));
        Set<String> after = new HashSet<>(
                stems(rule.divide(SampleLists.undivided(samples("", 204))).val()));
        before.removeAll(after);
        assertTrue(before.size() <= 4, before.toString());
    }

    @Test
    void sharesThatLeaveNothingAreRefused() {
        assertThrows(UserException.class, () -> new SplitRule.Ratio(0.7, 0.3, 1));
        assertThrows(UserException.class, () -> new SplitRule.Ratio(-0.1, 0, 1));
    }

    @Test
    void foldersGoWholeToTheirSplit() {
        List<Sample> samples = new ArrayList<>(samples("kitchen/", 3));
        samples.addAll(samples("office/", 2));
        samples.addAll(samples("office2/", 4));
        SampleLists split =
                new SplitRule.Folders(List.of("office"), List.of("office2/")).divide(SampleLists.undivided(samples));
        assertEquals(List.of("kitchen/0", "kitchen/1", "kitchen/2"), stems(split.train()));
        assertEquals(List.of("office/0", "office/1"), stems(split.val()));
        assertEquals(4, split.test().size());
        SplitRule wrong = new SplitRule.Folders(List.of("bath"), List.of());
        UserException e = assertThrows(UserException.class, () -> wrong.divide(SampleLists.undivided(samples)));
        assertTrue(e.sentence().contains("bath") && e.sentence().contains("kitchen/0"), e.sentence());
    }

    @Test
    void writtenListsGiveTheSameDivisionAgain() throws IOException {
        SampleLists found = SampleLists.undivided(samples("a/", 20));
        SampleLists split = new SplitRule.Ratio(0.25, 0.1, 9).divide(found);
        SplitList.of(split).write(dir);
        assertEquals(split, new SplitRule.Lists(dir).divide(found));
        Files.delete(dir.resolve("test.txt"));
        assertEquals(List.of(), new SplitRule.Lists(dir).divide(found).test());
    }

    @Test
    void aListOfUnknownPairsOrNoListAtAllIsRefused() throws IOException {
        SampleLists found = SampleLists.undivided(samples("", 2));
        UserException none = assertThrows(UserException.class, () -> new SplitRule.Lists(dir).divide(found));
        assertTrue(none.sentence().contains("train.txt"), none.sentence());
        Files.writeString(dir.resolve("train.txt"), "# mine\n\n0\n7\n");
        UserException e = assertThrows(UserException.class, () -> new SplitRule.Lists(dir).divide(found));
        assertTrue(e.what().contains("1 pairs of train.txt") && e.what().endsWith("7"), e.what());
    }

    @Test
    void equalNamesInTwoSplitsAreToldApart() {
        Sample other = Sample.ofFiles("0", dir.resolve("val/0.jpg"), Optional.of(dir.resolve("val/0.png")), 1000);
        SampleLists found = new SampleLists(samples("", 2), List.of(other), List.of(), List.of());
        SampleLists split = new SplitRule.Folders(List.of("train"), List.of()).divide(found);
        assertEquals(List.of("train/0", "train/1"), stems(split.val()));
        assertEquals(List.of("val/0"), stems(split.train()));
    }

    @Test
    void whatIsBothToValidateAndToTestOnCountsOnce() {
        List<Sample> both = samples("", 2);
        SampleLists found = new SampleLists(List.of(), both, both, List.of());
        assertEquals(List.of("0", "1"), stems(found.labelled()));
    }

    private List<Sample> samples(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Sample.ofFiles(prefix + i, dir.resolve(i + ".jpg"), Optional.of(dir.resolve(i + ".png")), 1000))
                .toList();
    }

    private static List<String> stems(List<Sample> samples) {
        return samples.stream().map(Sample::stem).toList();
    }
}
