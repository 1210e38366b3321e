package dev.fathom.ui.device;

import dev.fathom.core.UserException;
import dev.fathom.device.bench.MeasuredModel;
import dev.fathom.device.bench.SiRmse;
import dev.fathom.run.LatencyHistory;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.FolderStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of the runs of a workspace. A run is read again only when something that its measurements rest on has
 * changed, because an error belongs to a file whose content has to be checked. For one thread at a time.
 */
final class Histories {
    private final Workspace workspace;
    private Map<RunFolder, Known> known = new HashMap<>();

    /** What a run's measurements rest on, and what they were. */
    private record Known(List<FolderStamp> stamps, RunInfo info, List<PastMeasurement> measurements) {}

    Histories(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The histories of all runs, newest first. */
    List<PastMeasurement> all() throws IOException {
        Map<RunFolder, Known> now = new HashMap<>();
        List<PastMeasurement> found = new ArrayList<>();
        for (Workspace.Entry entry : workspace.list()) {
            if (entry.info() != null) {
                Known run = of(entry);
                now.put(entry.folder(), run);
                found.addAll(run.measurements());
            }
        }
        known = now;
        found.sort(Comparator.comparing((PastMeasurement m) -> m.report().measured())
                .reversed());
        return found;
    }

    private Known of(Workspace.Entry entry) throws IOException {
        RunFolder run = entry.folder();
        List<FolderStamp> stamps =
                List.of(FolderStamp.of(run.latency()), FolderStamp.of(run.export()), FolderStamp.of(run.evaluation()));
        Known before = known.get(run);
        return before != null && before.stamps().equals(stamps) && before.info().equals(entry.info())
                ? before
                : new Known(stamps, entry.info(), read(entry));
    }

    private List<PastMeasurement> read(Workspace.Entry entry) throws IOException {
        List<PastMeasurement> found = new ArrayList<>();
        Map<String, Optional<SiRmse>> errors = new HashMap<>();
        for (LatencyReport report : new LatencyHistory(entry.folder()).all()) {
            Optional<SiRmse> error = errors.computeIfAbsent(report.model(), model -> error(entry, model));
            found.add(new PastMeasurement(entry.folder(), entry.info().name(), report, error));
        }
        return found;
    }

    private Optional<SiRmse> error(Workspace.Entry entry, String model) {
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
