package dev.fathom.ui.device;

import dev.fathom.core.UserException;
import dev.fathom.device.bench.MeasuredModel;
import dev.fathom.device.bench.SiRmse;
import dev.fathom.run.LatencyHistory;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measurement in a run's history, with the error of the model that it belongs to.
 *
 * @param error empty if the run was never scored
 */
public record PastMeasurement(RunFolder run, String runName, LatencyReport report, Optional<SiRmse> error) {

    /** The histories of all runs, newest first. */
    static List<PastMeasurement> list(Workspace workspace) throws IOException {
        List<PastMeasurement> found = new ArrayList<>();
        for (Workspace.Entry entry : workspace.list()) {
            if (entry.info() != null) {
                Map<String, Optional<SiRmse>> errors = new HashMap<>();
                for (LatencyReport report : new LatencyHistory(entry.folder()).all()) {
                    Optional<SiRmse> error =
                            errors.computeIfAbsent(report.model(), model -> error(workspace, entry, model));
                    found.add(new PastMeasurement(entry.folder(), entry.info().name(), report, error));
                }
            }
        }
        found.sort(Comparator.comparing((PastMeasurement m) -> m.report().measured())
                .reversed());
        return found;
    }

    private static Optional<SiRmse> error(Workspace workspace, Workspace.Entry entry, String model) {
        Path file = entry.folder().export().resolve(model);
        try {
            return Optional.of(SiRmse.of(
                    MeasuredModel.find(file.toString(), workspace, List.of()).get(0)));
        } catch (UserException | IOException e) {
            return validation(entry.info());
        }
    }

    /** The best validation of the training, where nothing better is known. */
    private static Optional<SiRmse> validation(RunInfo info) {
        RunInfo.Best best = info.best();
        return best == null || !best.metric().equals("si_rmse")
                ? Optional.empty()
                : Optional.of(new SiRmse(best.value(), "the validation after epoch " + best.epoch()));
    }
}
