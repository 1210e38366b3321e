package dev.fathom.ui.base;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A place that takes files from the system's file manager, and shows so while they are over it. */
public final class DropTarget {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Node target;
    private final UnaryOperator<List<File>> wanted;
    private final Consumer<List<File>> taken;

    private DropTarget(Node target, UnaryOperator<List<File>> wanted, Consumer<List<File>> taken) {
        this.target = target;
        this.wanted = wanted;
        this.taken = taken;
    }

    /**
     * From now on files can be dropped on a node.
     *
     * @param wanted what of the dragged files is of use here; nothing is accepted if that is none
     * @param taken told what of use was dropped
     */
    public static void make(Node target, UnaryOperator<List<File>> wanted, Consumer<List<File>> taken) {
        DropTarget place = new DropTarget(target, wanted, taken);
        target.getStyleClass().add("drop-target");
        target.setOnDragOver(place::over);
        target.setOnDragExited(event -> place.show(false));
        target.setOnDragDropped(place::drop);
    }

    private List<File> useful(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files == null ? List.of() : wanted.apply(files);
    }

    private void over(DragEvent event) {
        boolean useful = !useful(event).isEmpty();
        if (useful) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
        show(useful);
    }

    private void drop(DragEvent event) {
        List<File> useful = useful(event);
        event.setDropCompleted(!useful.isEmpty());
        event.consume();
        show(false);
        if (!useful.isEmpty()) {
            taken.accept(useful);
        }
    }

    private void show(boolean dropping) {
        target.pseudoClassStateChanged(DROPPING, dropping);
    }
}
