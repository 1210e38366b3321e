package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.data.FilePicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageListViewModelTest {
    private static final Scores SCORES = Scores.parse(
            "mai",
            List.of(
                    "picture,pixels,si_rmse,d1",
                    "a,100,0.10,0.90",
                    "\"b, left\",100,0.30,0.70",
                    "'=c,100,0.20,0.80",
                    "d,0,,"));

    private final ImageListViewModel model = new ImageListViewModel();

    private static ImageEntry image(String id) {
        return new ImageEntry(id, FilePicture.of(Path.of(id + ".png")), null, ImageEntry.Origin.VALIDATION, null);
    }

    private static ImageCollection collection(Scores scores, String... ids) {
        return new ImageCollection(
                Stream.of(ids).map(ImageListViewModelTest::image).toList(), scores, true, Optional.empty(), "");
    }

    private List<String> listed() {
        return model.items().stream().map(item -> item.image().id()).toList();
    }

    @Test
    void scoresPutTheWorstFirstAndImagesWithoutOneLast() {
        model.take(collection(SCORES, "a", "b, left", "=c", "d", "e"));
        assertEquals("si_rmse", model.orderProperty().get().name());
        assertEquals(List.of("b, left", "=c", "a", "d", "e"), listed());
        assertEquals("b, left", model.selectedProperty().get().id());
        model.orderProperty().set(new MetricOrder("d1"));
        assertEquals(List.of("b, left", "=c", "a", "d", "e"), listed());
        assertEquals(0.7, model.items().get(0).score());
        model.orderProperty().set(MetricOrder.NAMES);
        assertEquals(List.of("a", "b, left", "=c", "d", "e"), listed());
    }

    @Test
    void withoutScoresTheListIsInTheOrderOfNamesAndSaysWhatToDo() {
        model.take(collection(Scores.NONE, "a", "b"));
        assertFalse(model.isScored());
        assertTrue(model.noteProperty().get().contains("score the images"));
        model.take(collection(SCORES, "a", "b, left"));
        assertEquals(List.of("b, left", "a"), listed(), "scores that come order the list");
        assertEquals("b, left", model.selectedProperty().get().id(), "nobody has chosen one, so the worst is shown");
        assertEquals("", model.noteProperty().get());
    }

    @Test
    void theUsersChoiceStaysThroughScoresAndRuns() {
        model.take(collection(Scores.NONE, "a", "b, left", "=c"));
        model.choose(image("=c"));
        model.take(collection(SCORES, "a", "b, left", "=c"));
        assertEquals("=c", model.selectedProperty().get().id());
        model.take(ImageCollection.EMPTY);
        model.take(collection(SCORES, "a", "b, left", "=c"));
        assertEquals("=c", model.selectedProperty().get().id(), "another run shows the same image");
        model.take(collection(SCORES, "a", "b, left"));
        assertEquals("b, left", model.selectedProperty().get().id(), "a run without it shows its worst");
    }

    @Test
    void theWorstOfThoseThatWerePredictedIsShownFirst() {
        List<ImageEntry> images = List.of(preview("a"), image("b, left"), preview("=c"));
        model.take(new ImageCollection(images, SCORES, false, Optional.empty(), ""));
        assertEquals(List.of("b, left", "=c", "a"), listed());
        assertEquals("=c", model.selectedProperty().get().id());
    }

    @Test
    void onceAllArePredictedTheWorstIsShownFirst() {
        List<ImageEntry> images = List.of(preview("a"), image("b, left"), preview("=c"));
        model.take(new ImageCollection(images, SCORES, true, Optional.empty(), ""));
        assertEquals("b, left", model.selectedProperty().get().id());
    }

    private static ImageEntry preview(String id) {
        return new ImageEntry(id, FilePicture.of(Path.of(id + ".png")), null, ImageEntry.Origin.PREVIEW, null);
    }

    @Test
    void theFilterHidesImagesAndStepsGoThroughTheRest() {
        model.take(collection(Scores.NONE, "kitchen 1", "street 1", "Kitchen 2"));
        model.filterProperty().set("kitchen");
        assertEquals(List.of("kitchen 1", "Kitchen 2"), listed());
        model.step(1);
        assertEquals("Kitchen 2", model.selectedProperty().get().id());
        model.step(5);
        assertEquals("Kitchen 2", model.selectedProperty().get().id());
        model.filterProperty().set("street");
        assertEquals(-1, model.indexOfSelected());
        model.step(1);
        assertEquals("street 1", model.selectedProperty().get().id());
    }

    @Test
    void tenThousandImagesAreListedFilteredAndOrderedAtOnce() {
        List<String> lines = new ArrayList<>(List.of("picture,pixels,rmse"));
        IntStream.range(0, 10_000).forEach(i -> lines.add("image" + i + ",1," + i % 97));
        ImageCollection many = collection(
                Scores.parse("mai", lines),
                IntStream.range(0, 10_000).mapToObj(i -> "image" + i).toArray(String[]::new));
        model.take(many);
        assertEquals(10_000, model.items().size());
        assertEquals(96, model.items().get(0).score());
        model.filterProperty().set("image99");
        assertEquals(111, model.items().size());
    }
}
