package dev.fathom.device.bench;

import dev.fathom.core.Monitor;

/** Does something once when a stage has come far enough. */
final class OnProgress implements Monitor {
    private final String stage;
    private final long enough;
    private final Runnable action;
    private long firstSeen = -1;
    private boolean acted;

    OnProgress(String stage, long enough, Runnable action) {
        this.stage = stage;
        this.enough = enough;
        this.action = action;
    }

    @Override
    public void progress(String now, long done, long total) {
        if (!now.startsWith(stage)) {
            return;
        }
        if (firstSeen < 0) {
            firstSeen = done;
        }
        if (done >= enough && !acted) {
            acted = true;
            action.run();
        }
    }

    /** How far the stage was when it was first told of; -1 if it never was. */
    long firstSeen() {
        return firstSeen;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
