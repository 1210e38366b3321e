package dev.fathom.ui.desk;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.Dialogs;
import dev.fathom.ui.base.FilePicker;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.RunQueue;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What all pages of a window share.
 *
 * @param workspace the folder whose runs are shown
 * @param executor for everything that reads files
 * @param jobs for everything heavy
 * @param queue runs that wait for their turn
 * @param notices where messages and errors end
 * @param dialogs questions and cards over the window
 * @param settings what is remembered from one start to the next
 * @param navigation the way to other pages
 * @param files the system's dialogs for files and folders
 * @param openFolder shows a folder or file in the system's file manager
 */
public record Desk(
        Workspace workspace,
        TaskExecutor executor,
        JobList jobs,
        RunQueue queue,
        Notices notices,
        Dialogs dialogs,
        Settings settings,
        Navigation navigation,
        FilePicker files,
        Consumer<Path> openFolder) {}
