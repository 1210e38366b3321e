package dev.fathom.study;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Carries a study out, one worker at a time; what an earlier start has finished is not done again. */
public final class Study {
    static final String TRAINING = "resume";
    static final List<String> AFTER_TRAINING = List.of("evaluate", "export", "latency");
    private static final long POLL_MILLIS = 500;
    private static final Map<String, String> DOING =
            Map.of(TRAINING, "training", "evaluate", "scoring", "export", "exporting", "latency", "measuring");

    private final StudyPlan plan;
    private final StudyFolder folder;
    private final StudyWorkers workers;
    private final Progress progress;

    public Study(StudyPlan plan, StudyFolder folder, StudyWorkers workers) {
        this.plan = plan;
        this.folder = folder;
        this.workers = workers;
        this.progress = new Progress(plan, folder);
    }

    /** The table of what is there. */
    public StudyTable table() {
        return StudyTable.of(plan, folder, progress);
    }

    /**
     * Trains and scores every run whose turn comes; one that fails or diverges does not stop the others. The tables are
     * written after each.
     *
     * @return false if it was cancelled; everything done so far is kept
     */
    public boolean run() throws IOException {
        for (PlannedRun planned : plan.runs()) {
            boolean ready = planned.needs().stream()
                    .allMatch(n -> progress.of(plan.runs().get(n - 1)).kind() == Progress.Kind.FINISHED);
            if (ready) {
                carryOut(planned);
            } else {
                workers.note(
                        title(planned) + " is left out: " + progress.of(planned).remark());
            }
            if (workers.isCancelled()) {
                return false;
            }
            table().write(folder);
        }
        return true;
    }

    private String title(PlannedRun planned) {
        return "[" + planned.number() + "/" + plan.runs().size() + "] " + planned.label();
    }

    private void carryOut(PlannedRun planned) throws IOException {
        RunConfig config = progress.config(planned).orElseThrow();
        RunFolder run = folder.find(config).isPresent() ? folder.find(config).get() : folder.create(config);
        boolean news = train(planned, run);
        if (run.state() == RunState.FINISHED && plan.isShown(planned)) {
            news |= work(
                    planned,
                    run,
                    "evaluate",
                    List.of(run.path().toString(), "--data", config.data().folder()));
            if (plan.study().columns().contains(Column.LATENCY) && isFirst(planned)) {
                work(planned, run, "export", List.of(run.path().toString()));
                if (folder.result("export", run) != null) {
                    work(
                            planned,
                            run,
                            "latency",
                            List.of(run.path().toString(), "--local", "--threads", "1", "--format", "f32"));
                }
            }
        }
        if (news && !workers.isCancelled()) {
            workers.note(title(planned) + ": " + outcome(planned, run));
        }
    }

    private boolean isFirst(PlannedRun planned) {
        return plan.rows().values().stream().anyMatch(row -> row.get(0) == planned);
    }

    private String outcome(PlannedRun planned, RunFolder run) {
        Progress.Standing standing = progress.of(planned);
        JsonNode score = folder.result("evaluate", run);
        String end = standing.remark().isEmpty() ? "" : ": " + standing.remark();
        return standing.kind().text()
                + end
                + (score == null
                        ? ""
                        : ", si-RMSE "
                                + Column.SI_RMSE.text(
                                        score.at(Column.SI_RMSE.pointer()).asDouble()));
    }

    /** Returns false if there was nothing to do. */
    private boolean train(PlannedRun planned, RunFolder run) throws IOException {
        awaitOthers(planned, run);
        if (run.state().isFinal() || workers.isCancelled()) {
            return false;
        }
        perform(planned, run, List.of(TRAINING, run.path().toString()));
        return true;
    }

    /** The worker of a killed study, or the window, may be training it at this moment. */
    private void awaitOthers(PlannedRun planned, RunFolder run) {
        if (run.state() == RunState.RUNNING) {
            workers.note(title(planned) + " is being trained by another process; waiting for it");
        }
        try {
            while (run.state() == RunState.RUNNING && !workers.isCancelled()) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does a piece of work once; its report is kept. Returns false if there was nothing to do. */
    private boolean work(PlannedRun planned, RunFolder run, String verb, List<String> arguments) throws IOException {
        if (folder.result(verb, run) != null || workers.isCancelled()) {
            return false;
        }
        JsonNode report = perform(
                planned, run, Stream.concat(Stream.of(verb), arguments.stream()).toList());
        if (report != null) {
            folder.result(verb, run, report.get("value"));
        }
        return true;
    }

    /** What a worker reported, or null if it was stopped or failed; why it failed is kept with the study. */
    private JsonNode perform(PlannedRun planned, RunFolder run, List<String> arguments) throws IOException {
        WorkerResult result = workers.run(title(planned) + ", " + DOING.get(arguments.get(0)), arguments);
        // Ctrl-C reaches the worker too, which may then end with any code.
        boolean failed = result instanceof WorkerResult.Failed && !workers.isCancelled();
        folder.problem(arguments.get(0), run, failed ? ((WorkerResult.Failed) result).what() : null);
        return result instanceof WorkerResult.Success success ? success.value() : null;
    }
}
