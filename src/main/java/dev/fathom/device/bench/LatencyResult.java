package dev.fathom.device.bench;

import dev.fathom.run.LatencyReport;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One model with one number of threads, measured, compared and kept.
 *
 * @param kept its file in the run's history, if the model is a run's
 */
public record LatencyResult(MeasuredModel model, LatencyReport report, Optional<Path> kept) {}
