package dev.fathom.ui.device;

import dev.fathom.device.bench.SiRmse;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.RunFolder;
import java.util.Optional;

/**
 * A measurement in a run's history, with the error of the model that it belongs to.
 *
 * @param error empty if the run was never scored
 */
public record PastMeasurement(RunFolder run, String runName, LatencyReport report, Optional<SiRmse> error) {}
