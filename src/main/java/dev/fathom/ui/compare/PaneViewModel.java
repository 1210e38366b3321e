package dev.fathom.ui.compare;

import dev.fathom.ui.image.Raster;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One of the six panes. View model. */
public final class PaneViewModel {
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Found<Raster>> content = new ReadOnlyObjectWrapper<>(Found.missing(""));
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();

    PaneViewModel(Picture first) {
        picture.set(first);
        title.set(first.title());
    }

    /** What it shows. */
    public ObjectProperty<Picture> pictureProperty() {
        return picture;
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What the pixel under the pointer is worth. */
    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** True for the pane that copying and saving mean. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Found<Raster>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    void setActive(boolean now) {
        active.set(now);
    }

    /** @param shown null if there is nothing but the reason */
    void show(Shown shown, String reason) {
        Picture wanted = picture.get();
        title.set(shown == null ? wanted.title() : shown.title(wanted));
        Found<Raster> raster = shown == null
                ? Found.missing(reason)
                : shown.painted().rasters().get(wanted);
        if (raster != null) {
            content.set(raster);
        }
    }

    /** @param probe null if the pointer is nowhere */
    void read(Probe probe) {
        value.set(probe == null ? "" : probe.text(picture.get()));
    }
}
