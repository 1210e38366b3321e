package dev.fathom.ui.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A value with all that it was before. Changes of the same thing one after another, as by typing, are one step.
 *
 * @param <T> an immutable value
 */
final class History<T> {
    private static final int LONGEST = 500;

    private final ReadOnlyObjectWrapper<T> current = new ReadOnlyObjectWrapper<>();
    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private Object changing;

    History(T first) {
        current.set(first);
    }

    /** @param thing what is changed; null for a change that stands alone */
    void put(T value, Object thing) {
        if (value.equals(current.get())) {
            return;
        }
        if (thing == null || !Objects.equals(thing, changing)) {
            before.push(current.get());
            if (before.size() > LONGEST) {
                before.removeLast();
            }
        }
        changing = thing;
        after.clear();
        show(value);
    }

    /** The next change is a step of its own, whatever it changes. */
    void seal() {
        changing = null;
    }

    void undo() {
        move(before, after);
    }

    void redo() {
        move(after, before);
    }

    private void move(Deque<T> from, Deque<T> to) {
        if (!from.isEmpty()) {
            seal();
            to.push(current.get());
            show(from.pop());
        }
    }

    private void show(T value) {
        canUndo.set(!before.isEmpty());
        canRedo.set(!after.isEmpty());
        current.set(value);
    }

    ReadOnlyObjectProperty<T> currentProperty() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
