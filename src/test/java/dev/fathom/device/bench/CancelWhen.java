package dev.fathom.device.bench;

import dev.fathom.core.Monitor;

/** Asks for the stop as soon as a stage begins. */
final class CancelWhen implements Monitor {
    private final String stage;
    private volatile boolean cancelled;

    CancelWhen(String stage) {
        this.stage = stage;
    }

    @Override
    public void progress(String now, long done, long total) {
        cancelled |= now.startsWith(stage);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
