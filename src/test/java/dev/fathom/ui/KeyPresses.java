package dev.fathom.ui;

import dev.fathom.ui.base.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import org.testfx.api.FxRobot;

/** A robot that presses shortcuts by their name on the sheet and knows which it has not pressed yet. */
final class KeyPresses {
    private final FxRobot robot;
    private final List<Key> left = new ArrayList<>();

    private record Key(String label, KeyCombination keys) {}

    KeyPresses(FxRobot robot, List<Shortcut> shortcuts) {
        this.robot = robot;
        shortcuts.forEach(shortcut -> shortcut.keys().forEach(keys -> left.add(new Key(shortcut.label(), keys))));
    }

    /** Presses the next keys with this name that were not pressed yet. */
    void press(String label) {
        Key key = left.stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no keys are left for \"" + label + "\" of " + left));
        left.remove(key);
        robot.push(codes((KeyCodeCombination) key.keys()));
    }

    /** What no key was pressed for. */
    List<String> left() {
        return left.stream()
                .map(key -> key.label() + " (" + key.keys().getName() + ")")
                .toList();
    }

    private static KeyCode[] codes(KeyCodeCombination keys) {
        List<KeyCode> codes = new ArrayList<>();
        if (keys.getShortcut() == ModifierValue.DOWN) {
            codes.add(KeyCode.CONTROL);
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            codes.add(KeyCode.SHIFT);
        }
        if (keys.getAlt() == ModifierValue.DOWN) {
            codes.add(KeyCode.ALT);
        }
        codes.add(keys.getCode());
        return codes.toArray(KeyCode[]::new);
    }
}
