package dev.fathom.ui.experiment;

import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.ui.base.MetricNames;
import java.nio.file.Path;

/**
 * A run that an experiment can build on: learn from, start from, or tell its speed.
 *
 * @param best of its validations in words, empty if there is none
 */
record RunFacts(RunFolder folder, String name, RunState state, RunConfig config, String best) {

    /** @throws dev.fathom.core.UserException if it cannot be read */
    static RunFacts of(Path path) {
        RunFolder folder = RunFolder.open(path);
        RunInfo info = folder.info();
        RunInfo.Best best = info.best();
        String text = best == null ? "" : MetricNames.text(best.metric(), best.value());
        return new RunFacts(folder, info.name(), RunFolder.state(info), folder.readConfig(), text);
    }

    String id() {
        return folder.id();
    }

    String architecture() {
        return config.model().architecture();
    }

    /** Whether a reference in a configuration, a path or an id, means this run. */
    boolean isNamed(String reference) {
        return id().equals(reference) || folder.path().toString().equals(reference);
    }

    /** Whether it has ended and kept weights. */
    boolean hasWeights() {
        return state == RunState.FINISHED || state != RunState.RUNNING && !best.isEmpty();
    }
}
