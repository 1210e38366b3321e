package dev.fathom.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.data.check.Issue;
import dev.fathom.data.check.IssueKind;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.desk.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {
    @TempDir
    Path root;

    private DataViewModel model;
    private Path set;

    @BeforeEach
    void open() throws IOException {
        set = root.resolve("set");
        for (String stem : List.of("train/a", "train/b", "val/c")) {
            pair(stem, 2);
        }
        model = fresh();
    }

    private DataViewModel fresh() {
        CurrentThreadTaskExecutor now = new CurrentThreadTaskExecutor();
        return new DataViewModel(Settings.load(root.resolve("window.json")), now, now, new Notices());
    }

    /** A picture and depth of {@code metres}, its first pixel invalid. */
    private void pair(String stem, float metres) throws IOException {
        String split = stem.substring(0, stem.indexOf('/'));
        String name = stem.substring(stem.indexOf('/') + 1);
        Files.createDirectories(set.resolve(split).resolve("rgb"));
        Files.createDirectories(set.resolve(split).resolve("depth"));
        byte[] rgb = new byte[8 * 6 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7 + name.hashCode() * 31);
        }
        RgbFile.writePng(set.resolve(split + "/rgb/" + name + ".png"), new RgbImage(8, 6, rgb));
        float[] depth = new float[8 * 6];
        Arrays.fill(depth, metres);
        depth[0] = 0;
        DepthPng.write(set.resolve(split + "/depth/" + name + ".png"), DepthMap.ofPositive(8, 6, depth), 1000);
    }

    private List<String> listed() {
        return model.samples().stream().map(Sample::stem).toList();
    }

    @Test
    void aFolderIsReadAndItsFirstPairShownInMetres() {
        model.open(set);
        assertEquals("", model.problemProperty().get());
        assertEquals(List.of("a", "b"), listed());
        assertEquals("a", model.sampleProperty().get().stem());
        PairPreview preview = model.previewProperty().get();
        assertEquals(2f, preview.depth().metres(3, 3));
        assertEquals("Depth 2.00 m to 2.00 m, median 2.00 m; 97.9 % of the pixels are valid; 8 × 6", preview.summary());
    }

    @Test
    void anotherScaleIsSeenAtOnceInThePreview() {
        model.open(set);
        model.sampleProperty().set(model.samples().get(1));
        model.settingsProperty().set(new DataSettings("auto", "256", "", "1"));
        assertEquals("b", model.sampleProperty().get().stem(), "the chosen pair stays chosen");
        assertTrue(model.previewProperty().get().summary().startsWith("Depth 7.81 m"));
    }

    @Test
    void aWrongFieldIsSaidAndWhatIsShownStays() {
        model.open(set);
        model.settingsProperty().set(new DataSettings("auto", "lots", "", "1"));
        assertTrue(model.problemProperty().get().contains("\"lots\""));
        assertNotNull(model.dataProperty().get());
        model.settingsProperty().set(DataSettings.DEFAULT);
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void splitsAndNamesNarrowTheList() {
        model.open(set);
        model.splitProperty().set(Split.VAL);
        assertEquals(List.of("c"), listed());
        model.splitProperty().set(Split.TRAIN);
        model.filterProperty().set(" B ");
        assertEquals(List.of("b"), listed());
        model.filterProperty().set("nothing");
        assertEquals(List.of(), listed());
        assertNull(model.previewProperty().get());
    }

    @Test
    void pairsCanBeDividedAnew() {
        model.open(set);
        model.settingsProperty().set(new DataSettings("auto", "", "67", "3"));
        assertEquals(1, model.dataProperty().get().train().size());
        assertEquals(2, model.dataProperty().get().val().size());
    }

    @Test
    void aFolderThatIsNoDataSetSaysWhatWasLookedFor() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));
        model.open(empty);
        assertTrue(model.problemProperty().get().contains("looks like a data set"));
        assertNull(model.dataProperty().get());
        model.open(set);
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void anUnreadableFileIsSaidWhereItWouldBeShown() throws IOException {
        Files.writeString(set.resolve("train/depth/a.png"), "no picture");
        model.open(set);
        PairPreview preview = model.previewProperty().get();
        assertNotNull(preview.picture());
        assertNull(preview.depth());
        assertTrue(preview.summary().contains("a.png"), preview.summary());
    }

    @Test
    void aCheckFindsWhatIsWrongAndLeadsToThePair() throws IOException {
        Files.copy(set.resolve("train/rgb/a.png"), set.resolve("val/rgb/d.png"));
        Files.copy(set.resolve("train/depth/a.png"), set.resolve("val/depth/d.png"));
        model.open(set);
        model.check();
        List<Issue> leaks = model.checkProperty().get().issues().stream()
                .filter(issue -> issue.kind() == IssueKind.LEAK)
                .toList();
        assertEquals(1, leaks.size());
        assertFalse(model.errand().busyProperty().get());
        assertTrue(model.choose(leaks.get(0)));
        assertEquals(leaks.get(0).stem(), model.sampleProperty().get().stem());
        assertEquals(leaks.get(0).split(), model.splitProperty().get().title());
        model.settingsProperty().set(new DataSettings("auto", "500", "", "1"));
        assertNull(model.checkProperty().get(), "another scale needs another check");
    }

    @Test
    void foldersAreRememberedTheNewestFirst() throws IOException {
        Path other = root.resolve("other");
        Files.createDirectories(other.resolve("unlabeled/rgb"));
        Files.copy(set.resolve("train/rgb/a.png"), other.resolve("unlabeled/rgb/a.png"));
        model.open(set);
        model.open(other);
        assertEquals(Split.UNLABELED, model.splitProperty().get(), "the first split that holds something");
        model.open(set);
        assertEquals(List.of(set, other), model.recent());
    }
}
