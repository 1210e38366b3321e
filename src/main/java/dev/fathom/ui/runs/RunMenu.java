package dev.fathom.ui.runs;

import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.PageId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** What can be done with the chosen run, once: the menu of the header, the menu of the list, and the keys. */
final class RunMenu {
    static final String GROUP = "Runs";
    static final String COMPARE = "Compare its pictures";
    static final String QUEUE = "Put into the queue";

    private final RunsViewModel model;
    private final List<Entry> entries = new ArrayList<>();

    /** A line of the menu; null as {@code shortcut} for a separator. */
    private record Entry(Shortcut shortcut, Condition condition) {}

    /** When something can be done, and what is said beside it while it cannot. */
    private record Condition(ObservableBooleanValue holds, String otherwise) {}

    RunMenu(RunsViewModel model) {
        this.model = model;
        RunActions actions = model.actions();
        Condition readable = new Condition(actions.canCompareProperty(), "it cannot be read");
        Condition waits = new Condition(actions.waitsProperty(), "it does not wait");
        Condition fresh = new Condition(actions.canQueueProperty(), "it has begun or waits");
        Condition chosen = new Condition(model.run().runProperty().isNotNull(), "no run is chosen");
        add(COMPARE, "Shortcut+E", model::compare, readable);
        if (model.desk().navigation().has(PageId.EXPORT)) {
            add("Export its network", "Shortcut+Shift+E", model::export, readable);
        }
        add("Open its folder", "Shortcut+Shift+O", model::openFolder, chosen);
        entries.add(new Entry(null, null));
        add("Clone as a new experiment", "Shortcut+Shift+N", about(model.edits()::cloneRun), readable);
        add("Queue a copy", "Shortcut+Shift+Q", about(model.edits()::queueCopy), readable);
        add(QUEUE, "Shortcut+Q", actions::queue, fresh);
        add("Earlier in the queue", "Alt+Up", () -> actions.move(-1), waits);
        add("Later in the queue", "Alt+Down", () -> actions.move(1), waits);
        add("Take out of the queue", "Alt+Delete", actions::leaveQueue, waits);
        entries.add(new Entry(null, null));
        add("Rename", "F2", about(model.edits()::rename), readable);
        add("Tags", "Shortcut+Shift+T", about(model.edits()::tag), readable);
        add("Note", "Shortcut+Shift+M", about(model.edits()::note), readable);
        add("Move to the trash", "Shortcut+Delete", () -> model.deletions().delete(model.selection()), chosen);
    }

    private void add(String label, String key, Runnable action, Condition condition) {
        Runnable guarded = () -> {
            if (condition.holds().get()) {
                action.run();
            }
        };
        entries.add(new Entry(Shortcut.of(GROUP, label, guarded, key), condition));
    }

    private Runnable about(Consumer<RunSummary> action) {
        return () -> action.accept(model.list().selected().summary());
    }

    List<Shortcut> shortcuts() {
        return entries.stream().map(Entry::shortcut).filter(s -> s != null).toList();
    }

    /** What an entry of the menu does and its key. */
    Tooltip tooltip(String label) {
        return shortcuts().stream()
                .filter(shortcut -> shortcut.label().equals(label))
                .findFirst()
                .orElseThrow()
                .tooltip();
    }

    /** New items; what is not possible now is grey and says why. */
    List<MenuItem> items() {
        return entries.stream().map(RunMenu::item).toList();
    }

    private static MenuItem item(Entry entry) {
        if (entry.shortcut() == null) {
            return new SeparatorMenuItem();
        }
        Shortcut shortcut = entry.shortcut();
        Condition condition = entry.condition();
        MenuItem item = new MenuItem();
        item.textProperty()
                .bind(Bindings.when(condition.holds())
                        .then(shortcut.label())
                        .otherwise(shortcut.label() + " – " + condition.otherwise()));
        item.setAccelerator(shortcut.keys().get(0));
        item.setOnAction(event -> shortcut.action().run());
        item.disableProperty().bind(Bindings.not(condition.holds()));
        return item;
    }

    ContextMenu contextMenu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items());
        return menu;
    }
}
