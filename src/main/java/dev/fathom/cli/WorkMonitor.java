package dev.fathom.cli;

import dev.fathom.core.Monitor;
import dev.fathom.jobs.WorkerMessage;

/** Shows the progress of work in the session, with an estimate from what is done, and passes its cancel request on. */
final class WorkMonitor implements Monitor {
    private static final double NANOS = 1e9;
    private static final int NO_ESTIMATE = -1;

    private final Session session;
    private String stage = "";
    private long stageStart;

    WorkMonitor(Session session) {
        this.session = session;
    }

    @Override
    public void progress(String nowDoing, long done, long total) {
        if (!nowDoing.equals(stage)) {
            stage = nowDoing;
            stageStart = System.nanoTime();
        }
        double left = done > 0 ? (System.nanoTime() - stageStart) / NANOS / done * (total - done) : NO_ESTIMATE;
        session.progress(new WorkerMessage.Progress(stage, done, total, "", left));
    }

    @Override
    public boolean isCancelled() {
        return session.isCancelled();
    }
}
