package dev.fathom.ui.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which panes there are and what each shows. View model. */
public final class PanesViewModel {
    /** As many panes as there can be. */
    public static final int MOST = 6;

    private static final List<Picture> FIRST =
            List.of(Picture.RGB, Picture.TRUTH, Picture.RUN_A, Picture.TEACHER, Picture.ABSOLUTE_A, Picture.MASK);

    private final List<PaneViewModel> all =
            FIRST.stream().map(PaneViewModel::new).toList();
    private final IntegerProperty count = new SimpleIntegerProperty(MOST);
    private final ObjectProperty<ViewMode> mode = new SimpleObjectProperty<>(ViewMode.PANES);
    private final ReadOnlyIntegerWrapper alone = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper active = new ReadOnlyIntegerWrapper(-1);
    private final DoubleProperty divider = new SimpleDoubleProperty(0.5);

    public PanesViewModel() {
        active.addListener((property, before, now) -> {
            for (int i = 0; i < MOST; i++) {
                all.get(i).setActive(i == now.intValue());
            }
        });
        active.set(0);
    }

    /** All six, shown or not. */
    public List<PaneViewModel> all() {
        return all;
    }

    /** The number of panes side by side, 1 to {@link #MOST}. */
    public IntegerProperty countProperty() {
        return count;
    }

    public ObjectProperty<ViewMode> modeProperty() {
        return mode;
    }

    /** Index of the pane that fills the page for the moment, -1 if all are shown. */
    public ReadOnlyIntegerProperty aloneProperty() {
        return alone.getReadOnlyProperty();
    }

    /** Index of the pane that copying and saving mean. */
    public ReadOnlyIntegerProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Where swiping divides the two pictures, 0 left to 1 right. */
    public DoubleProperty dividerProperty() {
        return divider;
    }

    /** Moves the divider by a share of the width. */
    public void swipe(double by) {
        divider.set(Math.max(0, Math.min(1, divider.get() + by)));
    }

    /** Changes the number of panes, all being shown again. */
    public void setCount(int wanted) {
        mode.set(ViewMode.PANES);
        alone.set(-1);
        count.set(Math.max(1, Math.min(MOST, wanted)));
        activate(Math.min(active.get(), count.get() - 1));
    }

    /** Another layout, or back to panes from this one. */
    public void toggle(ViewMode wanted) {
        alone.set(-1);
        mode.set(mode.get() == wanted ? ViewMode.PANES : wanted);
    }

    /** Shows one pane alone, or all again if it is. */
    public void toggleAlone(int index) {
        mode.set(ViewMode.PANES);
        alone.set(alone.get() == index ? -1 : index);
        if (alone.get() >= 0) {
            activate(index);
        }
    }

    /** Copying and saving now mean this pane. */
    public void activate(int index) {
        active.set(Math.max(0, index));
    }

    public PaneViewModel activePane() {
        return all.get(active.get());
    }

    /** The panes on the page, in their order. */
    public List<PaneViewModel> shown() {
        return switch (mode.get()) {
            case SWIPE -> all.subList(0, 2);
            case CLOUD -> List.of();
            case PANES -> alone.get() >= 0 ? List.of(all.get(alone.get())) : all.subList(0, count.get());
        };
    }

    /** What has to be coloured for them. */
    Set<Picture> wanted() {
        Set<Picture> wanted = EnumSet.noneOf(Picture.class);
        Stream.concat(shown().stream(), Stream.of(activePane()))
                .forEach(pane -> wanted.add(pane.pictureProperty().get()));
        return wanted;
    }
}
