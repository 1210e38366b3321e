package dev.fathom.ui.compare;

import dev.fathom.ui.image.Raster;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One of the six pictures. View model. */
public final class PaneViewModel {
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Found<Raster>> content = new ReadOnlyObjectWrapper<>(Found.missing(""));

    PaneViewModel(Pane pane) {
        title = new ReadOnlyStringWrapper(pane.title());
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What the pixel under the pointer is worth. */
    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Found<Raster>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    void setTitle(String newTitle) {
        title.set(newTitle);
    }

    void setValue(String newValue) {
        value.set(newValue);
    }

    void setContent(Found<Raster> newContent) {
        content.set(newContent);
    }
}
