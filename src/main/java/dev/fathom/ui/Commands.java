package dev.fathom.ui;

import dev.fathom.ui.base.ModalLayer;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Everything the window can do, by key and by name.
 *
 * @param window what can always be done
 * @param shown the page whose keys are heard
 * @param show shows a page
 */
record Commands(List<Shortcut> window, List<Page> pages, Supplier<Page> shown, Consumer<Page> show) {

    /** What is heard now: for the key sheet. */
    List<Shortcut> shortcuts() {
        return Stream.concat(window.stream(), shown.get().shortcuts().stream()).toList();
    }

    /** For the command list: what belongs to another page shows that page first. */
    List<Command> commands() {
        List<Command> all = new ArrayList<>();
        for (Page page : pages) {
            page.shortcuts()
                    .forEach(shortcut -> all.add(new Command(shortcut, () -> {
                        show.accept(page);
                        shortcut.action().run();
                    })));
        }
        window.forEach(shortcut -> all.add(new Command(shortcut, shortcut.action())));
        return all;
    }

    /** Hears the keys of the window and of the shown page, but none while a card lies over them. */
    void listenTo(Scene scene, ModalLayer modal) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!modal.isOpen() && press(event, scene.getFocusOwner())) {
                event.consume();
            }
        });
    }

    private boolean press(KeyEvent event, Node focus) {
        boolean writing = focus instanceof TextInputControl || focus instanceof ComboBoxBase;
        for (Shortcut shortcut : shortcuts()) {
            if (shortcut.matches(event) && !(writing && shortcut.isPlain())) {
                shortcut.action().run();
                return true;
            }
        }
        return false;
    }
}
