package dev.fathom.device.bench;

import dev.fathom.run.LatencyReport;
import java.nio.file.Path;

/**
 * One model with one number of threads, measured.
 *
 * @param model its file on this machine
 * @param output bytes of its first output on the fixed picture, little endian; null if the runtime does not tell
 */
public record Measurement(Path model, LatencyReport report, byte[] output) {}
