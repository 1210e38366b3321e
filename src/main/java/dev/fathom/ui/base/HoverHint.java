package dev.fathom.ui.base;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * Shows where the pointer rests what JavaFX's own tooltips cannot: why a control is off (nodes that are off are never
 * under the pointer), and the whole of a text that was cut.
 */
public final class HoverHint {
    private static final Duration REST = Duration.millis(400);
    private static final double WIDTH = 420;
    private static final double RIGHT = 12;
    private static final double BELOW = 18;

    private final Scene scene;
    private final Tooltip card = new Tooltip();
    private final PauseTransition rest = new PauseTransition(REST);
    private String hint = "";
    private MouseEvent last;

    private HoverHint(Scene scene) {
        this.scene = scene;
        card.setWrapText(true);
        card.setMaxWidth(WIDTH);
        card.getStyleClass().add("hover-hint");
        rest.setOnFinished(event -> show());
    }

    /** From now on, in this scene. */
    public static void showIn(Scene scene) {
        HoverHint hint = new HoverHint(scene);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, hint::moved);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hint.show(""));
        scene.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, event -> {
            if (event.getTarget() == scene.getRoot()) {
                hint.show("");
            }
        });
    }

    private void moved(MouseEvent event) {
        last = event;
        show(hint(event));
    }

    /** What is true by now: a reason may have changed while the pointer rested. */
    private void show() {
        hint = hint(last);
        if (!hint.isEmpty()) {
            card.setText(hint);
            card.show(scene.getWindow(), last.getScreenX() + RIGHT, last.getScreenY() + BELOW);
        }
    }

    private static String hint(MouseEvent event) {
        Node picked = event.getPickResult().getIntersectedNode();
        if (picked == null) {
            return "";
        }
        String why = reasonBelow(picked, event.getSceneX(), event.getSceneY());
        return why.isEmpty() ? cutText(picked) : why;
    }

    private void show(String text) {
        if (!text.equals(hint)) {
            hint = text;
            card.hide();
            rest.stop();
            card.setText(text);
            if (!text.isEmpty() && scene.getWindow() != null) {
                rest.playFromStart();
            }
        }
    }

    private static String reasonBelow(Node node, double sceneX, double sceneY) {
        if (!node.isVisible() || !node.contains(node.sceneToLocal(sceneX, sceneY))) {
            return "";
        }
        String own = Reason.of(node);
        if (!own.isEmpty() || !(node instanceof Parent)) {
            return own;
        }
        List<Node> children = ((Parent) node).getChildrenUnmodifiable();
        for (int i = children.size() - 1; i >= 0; i--) {
            String found = reasonBelow(children.get(i), sceneX, sceneY);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    /** What has a tooltip shows that. */
    private static String cutText(Node picked) {
        String found = "";
        for (Node node = picked; node != null; node = node.getParent()) {
            if (node instanceof Control control && control.getTooltip() != null) {
                return "";
            }
            if (found.isEmpty() && node instanceof Labeled labeled && isCut(labeled)) {
                found = labeled.getText();
            }
            if (node instanceof IndexedCell<?>) {
                break;
            }
        }
        return found;
    }

    private static boolean isCut(Labeled labeled) {
        return labeled.getText() != null
                && labeled.lookup(".text") instanceof Text text
                && text.getText().endsWith(labeled.getEllipsisString())
                && !labeled.getText().equals(text.getText());
    }
}
