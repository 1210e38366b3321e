package dev.fathom.ui.compare;

import dev.fathom.ui.base.DropTarget;
import dev.fathom.ui.base.FilePicker;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

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
        DropTarget.make(
                target,
                PictureDrop::pictures,
                files -> model.drop(files.stream().map(File::toPath).toList()));
    }

    private static List<File> pictures(List<File> files) {
        return files.stream().filter(PictureDrop::isPicture).toList();
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
