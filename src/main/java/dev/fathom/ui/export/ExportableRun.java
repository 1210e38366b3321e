package dev.fathom.ui.export;

import dev.fathom.run.Checkpoints;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.MetricNames;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * A run that has weights.
 *
 * @param best its best validation, for example "si-RMSE 0.157 after epoch 12", or the state if there is none yet
 */
public record ExportableRun(RunFolder folder, String name, String best) {

    /** Newest first. */
    static List<ExportableRun> list(Workspace workspace) throws IOException {
        return workspace.list().stream()
                .filter(entry -> entry.info() != null && hasWeights(entry.folder()))
                .map(entry -> new ExportableRun(entry.folder(), entry.info().name(), best(entry)))
                .toList();
    }

    private static boolean hasWeights(RunFolder run) {
        return Files.exists(run.checkpoints().resolve(Checkpoints.BEST + ".json"))
                || Files.exists(run.checkpoints().resolve(Checkpoints.LAST + ".json"));
    }

    private static String best(Workspace.Entry entry) {
        RunInfo.Best best = entry.info().best();
        return best == null
                ? entry.state().text()
                : String.format(
                        Locale.ROOT,
                        "%s %.4f after epoch %d",
                        MetricNames.label(best.metric()),
                        best.value(),
                        best.epoch());
    }

    public String id() {
        return folder.id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExportableRun run
                && run.id().equals(id())
                && run.name.equals(name)
                && run.best.equals(best);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return name + "  (" + id().substring(0, Math.min(15, id().length())).replace('_', ' ') + ")";
    }
}
