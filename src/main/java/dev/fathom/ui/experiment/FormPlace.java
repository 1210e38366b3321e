package dev.fathom.ui.experiment;

import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Where in the form a field is. */
final class FormPlace {
    /** Controls that are not called as their field. */
    private static final Map<String, String> OWN = Map.of(
            "model.architecture", "student",
            "distillation.teacher", "teacher",
            "distillation.pairs", "pairs-strategy");

    private FormPlace() {}

    /** Scrolls to the control of a field of the part that is shown, and gives it the focus; nothing if it has none. */
    static void reveal(ScrollPane form, String path) {
        String id = OWN.getOrDefault(path, Field.at(path).map(Field::id).orElse(""));
        Node control = id.isEmpty() ? null : form.getContent().lookup("#" + id);
        if (control != null) {
            form.applyCss();
            form.layout();
            scrollTo(form, control);
            control.requestFocus();
        }
    }

    private static void scrollTo(ScrollPane form, Node control) {
        Node content = form.getContent();
        Bounds place = content.sceneToLocal(control.localToScene(control.getBoundsInLocal()));
        double seen = form.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - seen;
        double top = place.getCenterY() - seen / 2;
        form.setVvalue(hidden <= 0 ? 0 : Math.max(0, Math.min(1, top / hidden)));
    }
}
