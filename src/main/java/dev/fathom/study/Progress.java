package dev.fathom.study;

import dev.fathom.core.UserException;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each planned run stands, as the folders tell it. */
final class Progress {
    private final StudyPlan plan;
    private final StudyFolder folder;

    Progress(StudyPlan plan, StudyFolder folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * One run's standing.
     *
     * @param run null if it was not begun
     * @param remark why it is not finished, or what of its results is missing; may be empty
     */
    record Standing(RunFolder run, Kind kind, String remark) {}

    /** What became of a planned run. */
    enum Kind {
        FINISHED,
        WAITING,
        UNFINISHED,
        FAILED,
        DIVERGED,
        /** Something that it needs failed or diverged. */
        BLOCKED;

        boolean isProblem() {
            return this == FAILED || this == DIVERGED || this == BLOCKED;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The configuration with the folders that it needs; empty as long as one of them does not exist. */
    Optional<RunConfig> config(PlannedRun planned) {
        Map<Integer, Path> folders = new HashMap<>();
        for (int number : planned.needs()) {
            Optional<RunFolder> needed = config(numbered(number)).flatMap(folder::find);
            if (needed.isEmpty()) {
                return Optional.empty();
            }
            folders.put(number, needed.get().path());
        }
        return Optional.of(planned.config(folders));
    }

    private PlannedRun numbered(int number) {
        return plan.runs().get(number - 1);
    }

    Standing of(PlannedRun planned) {
        for (int number : planned.needs()) {
            Standing needed = of(numbered(number));
            if (needed.kind().isProblem()) {
                return new Standing(
                        null, Kind.BLOCKED, "it needs " + numbered(number).label() + ", which did not succeed");
            }
            if (needed.kind() != Kind.FINISHED) {
                return new Standing(null, Kind.WAITING, "");
            }
        }
        return config(planned).flatMap(folder::find).map(this::standing).orElse(new Standing(null, Kind.WAITING, ""));
    }

    private Standing standing(RunFolder run) {
        try {
            String problem = folder.problems(run, List.of(Study.TRAINING));
            return switch (run.state()) {
                case FINISHED -> new Standing(run, Kind.FINISHED, folder.problems(run, Study.AFTER_TRAINING));
                case DIVERGED ->
                    new Standing(run, Kind.DIVERGED, run.info().failure().what());
                case FAILED ->
                    new Standing(run, Kind.FAILED, run.info().failure().what());
                default ->
                    new Standing(
                            run,
                            problem.isEmpty() ? Kind.UNFINISHED : Kind.FAILED,
                            problem.isEmpty() ? run.state().text() : problem);
            };
        } catch (UserException e) {
            return new Standing(run, Kind.FAILED, e.what());
        }
    }
}
