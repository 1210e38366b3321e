package dev.fathom.device.bench;

import dev.fathom.core.UsageException;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure and how.
 *
 * @param models files of this machine; several are measured in turns
 */
public record BenchmarkRequest(List<Path> models, BenchmarkOptions options) {
    public BenchmarkRequest {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new UsageException("There is no model to measure", "Name one");
        }
    }
}
