package dev.fathom.ui.compare;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which epoch's predictions of run A are shown, of those that there are of the image. View model: no nodes. */
public final class Epochs {
    private static final String NOTHING = "No image is shown";

    private final ObservableList<Moment> moments = FXCollections.observableArrayList();
    private final IntegerProperty index = new SimpleIntegerProperty(-1);
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(NOTHING);
    private final Runnable onChosen;
    private Moment wanted;
    private boolean settling;

    /** @param onChosen called when the user has chosen another */
    Epochs(Runnable onChosen) {
        this.onChosen = onChosen;
        index.addListener(change -> take());
    }

    private void take() {
        if (!settling) {
            boolean newest = index.get() == moments.size() - 1;
            wanted = newest ? null : chosen();
            onChosen.run();
        }
    }

    /**
     * Shows what there is, which is no choice of the user.
     *
     * @param whyOne why there are not several to choose from, empty if there are
     */
    void show(List<Moment> found, Moment shown, String whyOne) {
        settling = true;
        if (!moments.equals(found)) {
            moments.setAll(found);
        }
        index.set(found.indexOf(shown));
        obstacle.set(whyOne);
        settling = false;
    }

    /** Nothing is shown. */
    void clear() {
        moments.clear();
        obstacle.set(NOTHING);
    }

    /** Forgets what the user has chosen: another run has other epochs. */
    void forget() {
        wanted = null;
    }

    /** What the user has chosen, null for the newest. */
    Moment wanted() {
        return wanted;
    }

    /** True while {@link #show} makes changes of which nobody need take notice. */
    boolean isSettling() {
        return settling;
    }

    /** Those that there are, the best weights last. */
    ObservableList<Moment> list() {
        return moments;
    }

    /** Index into {@link #list()}, -1 if there are none. */
    public IntegerProperty indexProperty() {
        return index;
    }

    /** Why there is nothing to choose, empty if there is. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** What is shown, null if there is nothing. */
    Moment chosen() {
        int at = index.get();
        return at >= 0 && at < moments.size() ? moments.get(at) : null;
    }

    /** Goes to a later (or with a negative number earlier) one. */
    public void step(int by) {
        if (!moments.isEmpty()) {
            index.set(Math.max(0, Math.min(moments.size() - 1, index.get() + by)));
        }
    }
}
