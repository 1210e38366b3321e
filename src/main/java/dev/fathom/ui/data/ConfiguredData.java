package dev.fathom.ui.data;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.run.DataConfig;
import java.nio.file.Path;

/** Opens the data set that a run's configuration names, divided as the run divides it. */
public final class ConfiguredData {
    private ConfiguredData() {}

    /** @throws dev.fathom.core.UserException if it cannot be opened */
    public static DepthDataset open(DataConfig config) {
        DataOptions options = DataOptions.of(
                config.format(),
                config.depthScale(),
                config.lists() == null ? null : Path.of(config.lists()),
                config.valFolders(),
                config.valShare(),
                config.splitSeed(),
                config.crop());
        return DatasetFormats.open(Path.of(config.folder()), options);
    }
}
