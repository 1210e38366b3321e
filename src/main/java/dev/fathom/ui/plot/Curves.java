package dev.fathom.ui.plot;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a {@link CurveCanvas} shows. View model: no nodes. */
public final class Curves {
    private final ObservableList<Curve> curves = FXCollections.observableArrayList();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty smooth = new SimpleBooleanProperty(true);
    private final IntegerProperty smoothingWindow = new SimpleIntegerProperty(20);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    public Curves() {
        logarithmic.addListener(change -> changed());
        smooth.addListener(change -> changed());
        smoothingWindow.addListener(change -> changed());
    }

    /** The curves in the order in which they are listed and drawn. */
    public ObservableList<Curve> list() {
        return curves;
    }

    public Optional<Curve> named(String name) {
        return curves.stream().filter(curve -> curve.name().equals(name)).findFirst();
    }

    public void add(Curve curve) {
        curve.visibleProperty().addListener(change -> changed());
        curves.add(curve);
        changed();
    }

    public void clear() {
        curves.clear();
        changed();
    }

    /** True for a logarithmic y axis. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** True for the moving average, false for the plain mean of each pixel column. */
    public BooleanProperty smoothProperty() {
        return smooth;
    }

    /** Points that the moving average looks back on. */
    public IntegerProperty smoothingWindowProperty() {
        return smoothingWindow;
    }

    /** Grows with every change worth a redraw. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** To be called after points were added. */
    public void changed() {
        revision.set(revision.get() + 1);
    }
}
