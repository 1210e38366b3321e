package dev.fathom.study;

import dev.fathom.jobs.WorkerResult;
import java.util.List;

/** How a study gets its work done, and tells what it is doing. */
public interface StudyWorkers {

    /** Carries out one command line in a process of its own and waits for it. */
    WorkerResult run(String stage, List<String> arguments);

    /** True when the user wants to stop. */
    boolean isCancelled();

    /** Tells that a piece of work has ended, as one line. */
    void note(String line);
}
