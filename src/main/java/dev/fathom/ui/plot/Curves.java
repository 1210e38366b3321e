package dev.fathom.ui.plot;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a {@link CurveCanvas} shows. View model: no nodes. */
public final class Curves {
    /** Where the smoothing stands at first. */
    public static final int USUAL_SMOOTHING = 3;

    private static final long MANY = 20_000;
    private static final long HALF_A_SECOND = 500_000_000;

    /** The strongest smoothing. */
    public static final int MOST_SMOOTHING = 6;

    private final ObservableList<Curve> curves = FXCollections.observableArrayList();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final IntegerProperty smoothing = new SimpleIntegerProperty(USUAL_SMOOTHING);
    private final IntegerProperty smoothingWindow = new SimpleIntegerProperty(20);
    private final ObjectProperty<Along> along = new SimpleObjectProperty<>(Along.STEP);
    private final StringProperty group = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private boolean growing;
    private long drawn;

    public Curves() {
        logarithmic.addListener(change -> changed());
        smoothing.addListener(change -> changed());
        smoothingWindow.addListener(change -> changed());
        along.addListener(change -> changed());
        group.addListener(change -> changed());
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

    /** Takes curves out. */
    public void removeAll(Collection<Curve> gone) {
        curves.removeAll(gone);
        changed();
    }

    public void clear() {
        curves.clear();
        changed();
    }

    /** The curves of the shown group. */
    public List<Curve> ofGroup() {
        return curves.stream()
                .filter(curve -> curve.group().equals(group.get()))
                .toList();
    }

    /** The curves to draw: of the shown group, not hidden, with points. */
    List<Curve> drawn() {
        return curves.stream()
                .filter(curve -> curve.group().equals(group.get())
                        && curve.isVisible()
                        && curve.series().size() > 0)
                .toList();
    }

    /** Which group is shown. */
    public StringProperty groupProperty() {
        return group;
    }

    /** What x counts. */
    public ObjectProperty<Along> alongProperty() {
        return along;
    }

    /** True for a logarithmic y axis. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /**
     * How much of a curve the moving average looks back on: 0 for the plain mean of each pixel column, {@link
     * #USUAL_SMOOTHING} for the window below, each step up or down for twice or half of it.
     */
    public IntegerProperty smoothingProperty() {
        return smoothing;
    }

    /** Points that the moving average looks back on now, 0 for none. */
    int window() {
        int level = smoothing.get();
        return level == 0 ? 0 : (int) Math.max(2, smoothingWindow.get() * Math.pow(2, level - USUAL_SMOOTHING));
    }

    /** Points that the moving average usually looks back on. */
    public IntegerProperty smoothingWindowProperty() {
        return smoothingWindow;
    }

    /** Grows with every change worth a redraw. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** To be called after points were added of which more will come at once: the redraw waits for {@link #settle}. */
    public void grow() {
        growing = true;
    }

    /** Redraws if there are new points; where there are very many, not more often than twice a second. */
    public void settle() {
        long points = curves.stream().mapToLong(curve -> curve.series().size()).sum();
        boolean soon = points > MANY && System.nanoTime() - drawn < HALF_A_SECOND;
        if (growing && !soon) {
            changed();
        }
    }

    /** To be called after points were added. */
    public void changed() {
        growing = false;
        drawn = System.nanoTime();
        revision.set(revision.get() + 1);
    }
}
