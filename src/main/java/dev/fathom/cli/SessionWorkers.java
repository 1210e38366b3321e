package dev.fathom.cli;

import dev.fathom.jobs.Jobs;
import dev.fathom.jobs.WorkerMessage;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.study.StudyWorkers;
import java.util.List;

/** Workers whose progress the session shows and whose stop it asks for. */
record SessionWorkers(Session session) implements StudyWorkers {

    @Override
    public WorkerResult run(String stage, List<String> arguments) {
        session.progress(new WorkerMessage.Progress(stage, 0, 0, "starting", -1));
        return HeavyCommand.follow(
                session,
                Jobs.start(
                        arguments,
                        p -> session.progress(
                                new WorkerMessage.Progress(stage, p.done(), p.total(), p.message(), p.secondsLeft()))));
    }

    @Override
    public boolean isCancelled() {
        return session.isCancelled();
    }

    @Override
    public void note(String line) {
        session.endProgress();
        session.err().println(line);
    }
}
