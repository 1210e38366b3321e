package dev.fathom.ui.compare;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.SplitRule;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.run.DataConfig;
import java.nio.file.Path;
import java.util.List;

/** Opens the data set that a run's configuration names, divided as the run divides it. */
final class ConfiguredData {
    private ConfiguredData() {}

    /** @throws dev.fathom.core.UserException if it cannot be opened */
    static DepthDataset open(DataConfig config) {
        DataOptions options = DataOptions.DEFAULT.withFormat(config.format()).withSplit(rule(config));
        return DatasetFormats.open(
                Path.of(config.folder()),
                config.depthScale() == null ? options : options.withScale(config.depthScale()));
    }

    private static SplitRule rule(DataConfig config) {
        if (config.lists() != null) {
            return new SplitRule.Lists(Path.of(config.lists()));
        }
        if (config.valFolders() != null) {
            return new SplitRule.Folders(config.valFolders(), List.of());
        }
        return config.valShare() == null
                ? new SplitRule.AsFound()
                : new SplitRule.Ratio(config.valShare(), 0, config.splitSeed());
    }
}
