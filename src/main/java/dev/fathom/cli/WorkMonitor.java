package dev.fathom.cli;

import dev.fathom.export.Monitor;
import dev.fathom.jobs.WorkerMessage;

/** Shows the progress of an export or a measurement in the session and passes its cancel request on. */
record WorkMonitor(Session session) implements Monitor {
    private static final int NO_ESTIMATE = -1;

    @Override
    public void progress(String stage, long done, long total) {
        session.progress(new WorkerMessage.Progress(stage, done, total, "", NO_ESTIMATE));
    }

    @Override
    public boolean isCancelled() {
        return session.isCancelled();
    }
}
