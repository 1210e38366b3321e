package dev.fathom.ui.base;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Why a control is off: the only way in which the window switches controls off. {@link HoverHint} shows it. */
public final class Reason {
    private static final String KEY = "fathom.reason";

    private Reason() {}

    /** The control is off while there is a reason; an empty text is none. */
    public static void bind(Node control, ObservableValue<String> why) {
        control.getProperties().put(KEY, why);
        control.disableProperty().bind(why.map(text -> !text.isEmpty()).orElse(false));
    }

    /** The control is off, for one and the same reason, while the condition holds. */
    public static void when(Node control, ObservableBooleanValue off, String why) {
        bind(control, Bindings.when(off).then(why).otherwise(""));
    }

    /** Switches the control off for this reason, or on with an empty text. */
    public static void set(Node control, String why) {
        control.getProperties().put(KEY, new ReadOnlyStringWrapper(why));
        control.setDisable(!why.isEmpty());
    }

    /** Why the node is off; empty if it is on or nobody has said why. */
    public static String of(Node node) {
        boolean said = node.isDisable() && node.getProperties().get(KEY) instanceof ObservableValue<?>;
        Object why = said ? ((ObservableValue<?>) node.getProperties().get(KEY)).getValue() : null;
        return why == null ? "" : why.toString();
    }
}
