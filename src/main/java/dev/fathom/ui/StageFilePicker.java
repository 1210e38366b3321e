package dev.fathom.ui;

import dev.fathom.ui.base.FilePicker;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's file dialogs over a window. */
record StageFilePicker(Supplier<Window> owner) implements FilePicker {
    @Override
    public Optional<Path> folder(String title, Path start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(start));
        return path(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> open(String title, Path start, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(start));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> save(String title, Path start, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(start));
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.get()));
    }

    /** A folder that is gone would make the dialog fail. */
    private static File existing(Path start) {
        return start != null && Files.isDirectory(start) ? start.toFile() : null;
    }

    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
