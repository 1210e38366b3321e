package dev.fathom.ui.base;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys and what they do: what the window listens to, the tooltip and the line on the key sheet come from the same
 * value.
 *
 * @param group heading on the key sheet
 * @param label what it does
 * @param shown the keys as the sheet writes them, empty for a shortcut that another line covers
 * @param action called on the JavaFX thread
 * @param keys the combinations
 */
public record Shortcut(String group, String label, String shown, Runnable action, List<KeyCombination> keys) {

    /**
     * The sheet shows the first key.
     *
     * @param keys in {@link KeyCombination#valueOf} form, for example {@code Shortcut+R}
     */
    public static Shortcut of(String group, String label, Runnable action, String... keys) {
        List<KeyCombination> combinations =
                Stream.of(keys).map(Shortcut::combination).toList();
        return new Shortcut(group, label, combinations.get(0).getDisplayText(), action, combinations);
    }

    /** A misspelt key would be taken for a character and never be heard. */
    private static KeyCombination combination(String keys) {
        KeyCombination combination = KeyCombination.valueOf(keys);
        if (!(combination instanceof KeyCodeCombination)) {
            throw new IllegalArgumentException("no key is called so: " + keys);
        }
        return combination;
    }

    /** Something that has no key and is found in the command list. */
    public static Shortcut without(String group, String label, Runnable action) {
        return new Shortcut(group, label, "", action, List.of());
    }

    /** The same with other words for its keys, for example "1 to 6" where one line stands for several shortcuts. */
    public Shortcut shownAs(String text) {
        return new Shortcut(group, label, text, action, keys);
    }

    /** What it does and its key. */
    public Tooltip tooltip() {
        return new Tooltip(label + "  (" + shown + ")");
    }

    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }

    /** True if a text field would also want these keys. */
    public boolean isPlain() {
        return keys.stream()
                .anyMatch(combination -> combination.getShortcut() != KeyCombination.ModifierValue.DOWN
                        && combination instanceof KeyCodeCombination code
                        && !code.getCode().isFunctionKey()
                        && !(code.getAlt() == KeyCombination.ModifierValue.DOWN
                                && code.getCode().isDigitKey()));
    }
}
