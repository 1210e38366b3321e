package dev.fathom;

import dev.fathom.cli.CommandLineFront;
import dev.fathom.run.Workspace;
import dev.fathom.ui.Window;

/**
 * Where the program starts: words on the command line are a command; none open the window, or, where there is no
 * display, run the quickstart in the terminal.
 *
 * <p>Not an {@code Application}: such a class cannot be started from a plain class path.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LogFile.choose(args);
        if (args.length > 0) {
            System.exit(CommandLineFront.run(args));
        }
        if (Display.isPresent()) {
            openWindow();
            return;
        }
        System.err.println("There is no display, so the quickstart runs here in the terminal.");
        System.exit(CommandLineFront.run(new String[] {"quickstart"}));
    }

    /** A workspace that the environment names goes before the one that was open last. */
    private static void openWindow() {
        if (System.getenv("FATHOM_WORKSPACE") == null) {
            Window.launch();
        } else {
            Window.launch(Workspace.standard());
        }
    }
}
