package dev.fathom.dataset;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.SplitRule;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.run.DataConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The data set of a run, as its configuration names it. */
public final class RunData {
    private RunData() {}

    /** @throws dev.fathom.core.UserException if it cannot be opened */
    public static DepthDataset open(DataConfig config) {
        return DatasetFormats.open(Path.of(config.folder()), options(config));
    }

    /**
     * Another data set in place of the run's: its own division and scale count, unless it is the run's own folder.
     *
     * @param format how it lies there, or {@link DataOptions#AUTO}
     * @throws dev.fathom.core.UserException if it cannot be opened
     */
    public static DepthDataset open(Path folder, String format, DataConfig config) {
        boolean same = Path.of(config.folder())
                .toAbsolutePath()
                .normalize()
                .equals(folder.toAbsolutePath().normalize());
        DataOptions foreign = config.crop() ? DataOptions.DEFAULT : DataOptions.DEFAULT.withoutCrop();
        DataOptions options = same ? options(config) : foreign;
        return DatasetFormats.open(
                folder, format.equals(DataOptions.AUTO) && same ? options : options.withFormat(format));
    }

    /** What a configuration says about its data set. */
    static DataOptions options(DataConfig config) {
        return new DataOptions(
                config.format(), Optional.ofNullable(config.depthScale()), division(config), config.crop());
    }

    /** A configuration names one way to divide at most. */
    private static SplitRule division(DataConfig config) {
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
