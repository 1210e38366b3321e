package dev.fathom.ui.compare;

import dev.fathom.run.Samples;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.util.List;

/**
 * The runs that can be chosen, newest first, and the one to begin with.
 *
 * @param first the newest with samples, else the newest; null if there is none or nobody asked
 */
record RunChoices(List<RunChoice> runs, RunChoice first) {

    /** @param choose false spares looking into every run for samples */
    static RunChoices read(Workspace workspace, boolean choose) throws IOException {
        List<RunChoice> runs = workspace.list().stream()
                .filter(entry -> entry.info() != null)
                .map(entry -> new RunChoice(entry.folder(), entry.info().name()))
                .toList();
        return new RunChoices(runs, choose ? first(runs) : null);
    }

    private static RunChoice first(List<RunChoice> runs) throws IOException {
        for (RunChoice run : runs) {
            if (!Samples.of(run.folder()).epochs().isEmpty()) {
                return run;
            }
        }
        return runs.isEmpty() ? null : runs.get(0);
    }
}
