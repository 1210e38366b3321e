package dev.fathom.ui.desk;

import dev.fathom.ui.base.Shortcut;
import java.util.List;
import javafx.scene.Parent;
import javafx.util.Duration;

/**
 * One entry of the navigation, made by one class per page from a {@link Desk}. All methods are called on the JavaFX
 * thread.
 *
 * <p>{@code assets/css/KEY.css} is added to the window and {@code assets/help/KEY.txt} is what the help shows, where
 * KEY is {@link PageId#key()}.
 */
public interface Page {
    /** Which one it is. */
    PageId id();

    /** Makes the nodes; called once, when the page is first shown or before. */
    Parent content();

    /**
     * Makes the next part of the content, as long as one is left; called until then before the page is shown.
     *
     * @return whether one was left
     */
    default boolean makeNext() {
        return false;
    }

    /** Everything the page can do: keys, key sheet and command list come from here. */
    List<Shortcut> shortcuts();

    /** How often {@link #refresh} is called. */
    default Duration pace() {
        return Duration.seconds(1);
    }

    /** Called when the page is shown and then again and again while it is. */
    default void refresh() {}

    /** Called about once a second, whether the page is shown or not. */
    default void background() {}

    /** Shows what another page has sent the user here for. */
    default void open(Destination destination) {}

    /** The window closes or takes another workspace. */
    default void close() {}
}
