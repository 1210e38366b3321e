package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.FilePicker;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.Workers;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/**
 * What the window needs from the system around it.
 *
 * @param workers starts worker processes
 * @param files makes what asks for files and folders over a window
 * @param openFolder shows a folder in the system's file manager
 * @param openWorkspace shows another workspace in this window
 */
record Host(
        Workers workers,
        Settings settings,
        Function<Supplier<Window>, FilePicker> files,
        Consumer<Path> openFolder,
        Consumer<Workspace> openWorkspace) {}
