package dev.fathom.ui.compare;

import dev.fathom.ui.base.FilePicker;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes pictures that are dropped on the page or chosen in a dialog, to be predicted. */
final class PictureDrop {
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

    private final CompareViewModel model;
    private final FilePicker picker;
    private Path lastFolder;

    PictureDrop(CompareViewModel model, FilePicker picker) {
        this.model = model;
        this.picker = picker;
    }

    /** From now on pictures can be dropped on this node. */
    void accept(Node target) {
        target.setOnDragOver(event -> {
            if (!pictures(event.getDragboard().getFiles()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.setOnDragDropped(this::drop);
    }

    private void drop(DragEvent event) {
        List<Path> pictures = pictures(event.getDragboard().getFiles());
        event.setDropCompleted(!pictures.isEmpty());
        event.consume();
        if (!pictures.isEmpty()) {
            model.drop(pictures);
        }
    }

    private static List<Path> pictures(List<File> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(PictureDrop::isPicture)
                        .map(File::toPath)
                        .toList();
    }

    private static boolean isPicture(File file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Asks for a picture. */
    void choose() {
        picker.open("Predict a picture with run A", lastFolder, "Pictures", List.of("*.png", "*.jpg", "*.jpeg"))
                .ifPresent(file -> {
                    lastFolder = file.toAbsolutePath().getParent();
                    model.drop(List.of(file));
                });
    }
}
