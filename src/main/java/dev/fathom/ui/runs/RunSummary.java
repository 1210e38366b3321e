package dev.fathom.ui.runs;

import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;

/**
 * A run as the list shows it.
 *
 * @param state null if the folder cannot be read
 * @param progress share done, 0 to 1
 * @param detail how far it is or how it ended
 * @param problem why the folder cannot be read and what to do, or null
 */
public record RunSummary(
        RunFolder folder, String name, RunState state, double progress, String detail, String problem) {

    public String id() {
        return folder.id();
    }

    /** False for a folder that cannot be read. */
    public boolean isReadable() {
        return state != null;
    }

    /** The state as one word. */
    public String stateText() {
        return isReadable() ? state.text() : "unreadable";
    }
}
