package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.Workers;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the window needs from the system around it.
 *
 * @param workers starts worker processes
 * @param openFolder shows a folder in the system's file manager
 * @param openWorkspace shows another workspace in this window
 */
record Host(Workers workers, Settings settings, Consumer<Path> openFolder, Consumer<Workspace> openWorkspace) {}
