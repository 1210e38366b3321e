package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The draft as text to edit. What cannot be read stays in the text, is told with its line, and does not reach the form. */
final class YamlEditor {
    private final Consumer<Draft> onDraft;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Draft shown = Draft.EMPTY;

    /** @param onDraft told of every edit that can be read */
    YamlEditor(Consumer<Draft> onDraft) {
        this.onDraft = onDraft;
    }

    /** Shows another draft, unless the text says the same already. */
    void show(Draft draft) {
        if (!draft.equals(shown) || !problem.get().isEmpty()) {
            shown = draft;
            problem.set("");
            text.set(draft.yaml());
        }
    }

    /** Takes what the user has written. */
    void edit(String yaml) {
        if (yaml.equals(text.get())) {
            return;
        }
        text.set(yaml);
        try {
            Draft draft = Draft.parse(yaml, "The text");
            List<Problem> unreadable = DraftCheck.of(draft).unreadable();
            if (unreadable.isEmpty()) {
                problem.set("");
                shown = draft;
                onDraft.accept(draft);
            } else {
                problem.set(located(unreadable.get(0), yaml));
            }
        } catch (UserException e) {
            problem.set(e.sentence());
        }
    }

    private static String located(Problem problem, String yaml) {
        List<String> path = List.of(problem.path().replaceAll("[\\[\\]]", "").split("\\."));
        for (int length = path.size(); length > 0; length--) {
            OptionalInt line = Json.lineOf(path.subList(0, length), yaml);
            if (line.isPresent()) {
                return "Line " + line.getAsInt() + ": " + problem.sentence();
            }
        }
        return problem.sentence();
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why the form does not show what the text says; empty if it does. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
