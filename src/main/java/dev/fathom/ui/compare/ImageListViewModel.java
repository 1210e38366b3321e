package dev.fathom.ui.compare;

import dev.fathom.core.Intrinsics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The images of run A: filtered by name, the worst first. View model: no nodes. */
public final class ImageListViewModel {
    private static final String NOT_SCORED = "No errors per image yet: score the images to see the worst first";

    private final ObservableList<ImageItem> items = FXCollections.observableArrayList();
    private final ObservableList<MetricOrder> orders = FXCollections.observableArrayList(MetricOrder.NAMES);
    private final ObjectProperty<MetricOrder> order = new SimpleObjectProperty<>(MetricOrder.NAMES);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ImageEntry> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private ImageEntry chosen;
    private Path awaited;
    private ImageCollection collection = ImageCollection.EMPTY;

    public ImageListViewModel() {
        order.addListener(change -> list());
        filter.addListener(change -> list());
    }

    /**
     * Shows other images. The one that the user has chosen stays if it is among them; without a choice the worst
     * that has predictions is selected as soon as there are scores, and what is shown stays otherwise.
     */
    void take(ImageCollection newCollection) {
        boolean scoredNow = collection.scores().metrics().isEmpty()
                && !newCollection.scores().metrics().isEmpty();
        collection = newCollection;
        List<MetricOrder> possible = new ArrayList<>(List.of(MetricOrder.NAMES));
        newCollection.scores().metrics().forEach(metric -> possible.add(new MetricOrder(metric)));
        MetricOrder wanted = order.get();
        if (!orders.equals(possible)) {
            orders.setAll(possible);
        }
        if (scoredNow && wanted.equals(MetricOrder.NAMES) || !possible.contains(wanted)) {
            wanted = possible.get(Math.min(1, possible.size() - 1));
        }
        note.set(
                newCollection.note().isEmpty()
                                && possible.size() == 1
                                && !newCollection.images().isEmpty()
                        ? NOT_SCORED
                        : newCollection.note());
        if (wanted.equals(order.get())) {
            list();
        } else {
            order.set(wanted);
        }
        selected.set(wanted(scoredNow));
    }

    /** Chooses the picture of this file as soon as it is among the images. */
    void want(Path file) {
        awaited = file;
    }

    private ImageEntry wanted(boolean scoredNow) {
        for (ImageEntry image : collection.images()) {
            if (awaited != null && awaited.equals(image.file())) {
                awaited = null;
                chosen = image;
            }
        }
        return same(chosen)
                .or(() -> scoredNow ? Optional.empty() : same(selected.get()))
                .orElseGet(this::first);
    }

    /** The image as it is now: other runs have others among their preview images. */
    private Optional<ImageEntry> same(ImageEntry before) {
        return collection.images().stream()
                .filter(image ->
                        before != null && image.id().equals(before.id()) && image.isDropped() == before.isDropped())
                .findFirst();
    }

    /** The worst of those that have predictions, or the first of them without scores: there is something to see. */
    private ImageEntry first() {
        ImageEntry top = items.isEmpty() ? null : items.get(0).image();
        return items.stream()
                .map(ImageItem::image)
                .filter(image -> !collection.predicted() && image.origin() == ImageEntry.Origin.PREVIEW)
                .findFirst()
                .orElse(top);
    }

    private void list() {
        String part = filter.get().strip().toLowerCase(Locale.ROOT);
        MetricOrder by = order.get() == null ? MetricOrder.NAMES : order.get();
        List<ImageItem> wanted = new ArrayList<>();
        for (ImageEntry image : collection.images()) {
            if (image.id().toLowerCase(Locale.ROOT).contains(part)) {
                wanted.add(new ImageItem(image, collection.scores().value(image.id(), by.name())));
            }
        }
        if (!by.equals(MetricOrder.NAMES)) {
            wanted.sort(worstFirst(by));
        }
        if (!items.equals(wanted)) {
            items.setAll(wanted);
        }
    }

    /** Images without a score come last. */
    private static Comparator<ImageItem> worstFirst(MetricOrder by) {
        Comparator<ImageItem> unscoredLast = Comparator.comparing(item -> Double.isNaN(item.score()));
        Comparator<ImageItem> rising = Comparator.comparingDouble(ImageItem::score);
        return unscoredLast.thenComparing(by.higherIsBetter() ? rising : rising.reversed());
    }

    /** The user's choice, which stays. */
    void choose(ImageEntry image) {
        chosen = image;
        selected.set(image);
    }

    /** Goes to a later or earlier image of the list; from one that the filter hides, to the first. */
    public void step(int by) {
        if (!items.isEmpty()) {
            int index = indexOfSelected();
            choose(items.get(index < 0 ? 0 : Math.max(0, Math.min(items.size() - 1, index + by)))
                    .image());
        }
    }

    /** Place of the chosen image in the list, -1 if it is not there. */
    int indexOfSelected() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).image().equals(selected.get())) {
                return i;
            }
        }
        return -1;
    }

    /** The lines of the list. */
    ObservableList<ImageItem> items() {
        return items;
    }

    /** The orders that the scores allow. */
    public ObservableList<MetricOrder> orders() {
        return orders;
    }

    public ObjectProperty<MetricOrder> orderProperty() {
        return order;
    }

    /** A part of the names of the images that are listed. */
    public StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<ImageEntry> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What the list lacks and why, or an empty string. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** True if there are scores. */
    boolean isScored() {
        return orders.size() > 1;
    }

    /** How many images there are, listed or not. */
    int total() {
        return collection.images().size();
    }

    /** The images that were dropped, or all others; those are left out whose own picture is not there. */
    List<ImageEntry> predictable(boolean dropped) {
        return collection.images().stream()
                .filter(image -> image.isDropped() == dropped)
                .filter(image -> image.file() != null || image.origin() == ImageEntry.Origin.VALIDATION)
                .toList();
    }

    /** The camera of the data set, if it says so. */
    Optional<Intrinsics> camera() {
        return collection.camera();
    }

    /** The protocol of the scores, empty without scores. */
    String protocol() {
        return collection.scores().how();
    }
}
