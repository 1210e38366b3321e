package dev.fathom.ui.base;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys and what they do: what the window listens to and the line on the key sheet come from the same value.
 *
 * @param group heading on the key sheet
 * @param label what it does
 * @param action called on the JavaFX thread
 * @param keys the combinations, the first being the one that the sheet shows
 */
public record Shortcut(String group, String label, Runnable action, List<KeyCombination> keys) {

    /** @param keys in {@link KeyCombination#valueOf} form, for example {@code Shortcut+R} */
    public static Shortcut of(String group, String label, Runnable action, String... keys) {
        return new Shortcut(
                group,
                label,
                action,
                Stream.of(keys).map(KeyCombination::valueOf).toList());
    }

    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }

    /** True if a text field would also want these keys. */
    public boolean isPlain() {
        return keys.stream()
                .anyMatch(combination -> combination.getShortcut() != KeyCombination.ModifierValue.DOWN
                        && combination instanceof KeyCodeCombination code
                        && !code.getCode().isFunctionKey());
    }
}
