package dev.fathom.ui;

import dev.fathom.run.Workspace;
import javafx.application.Application;

/** The way into the window. */
public final class Window {
    private Window() {}

    /** Opens the window on the workspace that was open last and returns when it is closed. */
    public static void launch() {
        Application.launch(WindowApplication.class);
    }

    /** Opens the window on a workspace and returns when it is closed. */
    public static void launch(Workspace workspace) {
        Application.launch(WindowApplication.class, workspace.root().toString());
    }
}
