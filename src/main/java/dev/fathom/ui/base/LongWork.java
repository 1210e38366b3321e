package dev.fathom.ui.base;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** Something that the user has started and that takes long: how far it is, and a way to stop it. */
public interface LongWork {
    /** What it is, for example "Quickstart". */
    String title();

    /** What is being done now. */
    ReadOnlyStringProperty stageProperty();

    /** How far it is, in words. */
    ReadOnlyStringProperty messageProperty();

    /** Share done of the present stage, negative while it is not known. */
    ReadOnlyDoubleProperty fractionProperty();

    /** True from the request to stop until it has ended. */
    ReadOnlyBooleanProperty stoppingProperty();

    /** What a stop leaves, as the second half of a sentence. */
    String leaves();

    /** Asks for a clean stop. */
    void stop();
}
