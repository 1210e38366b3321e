package dev.fathom.ui.runs;

import dev.fathom.ui.base.Numbers;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A number with its name and a remark. View model. */
public final class MetricCard {
    private final String label;
    private final String emptyNote;
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper();

    MetricCard(String label, String emptyNote) {
        this.label = label;
        this.emptyNote = emptyNote;
        clear();
    }

    public String label() {
        return label;
    }

    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    void show(String newValue, String newNote) {
        value.set(newValue);
        note.set(newNote);
    }

    void clear() {
        show(Numbers.NONE, emptyNote);
    }
}
