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
        chooser.setInitialDirectory(beginning(start));
        return path(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> open(String title, Path start, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(beginning(start));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> save(String title, Path start, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(beginning(start));
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.get()));
    }

    /**
     * The folder a dialog begins in: the one wished for, else what is left of its path, else the user's own. Never none: GTK
     * then begins in its list of recent files, where a folder typed by hand cannot be opened.
     */
    static File beginning(Path start) {
        Path folder = start == null ? null : start.toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        boolean nothingLeft = folder == null || folder.getParent() == null;
        return nothingLeft ? new File(System.getProperty("user.home")) : folder.toFile();
    }

    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
