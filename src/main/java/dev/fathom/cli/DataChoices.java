package dev.fathom.cli;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be said on a command line about how a data set lies on the disk. */
final class DataChoices {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            completionCandidates = FormatNames.class,
            description = "How the data set lies there: ${COMPLETION-CANDIDATES}; default: by looking.")
    private String format = DataOptions.AUTO;

    @Option(
            names = "--scale",
            paramLabel = "UNITS",
            description =
                    "Units of the stored depth per metre: 1000 for millimetres, 256 for KITTI; default: the format's.")
    private Double scale;

    @Option(names = "--no-crop", description = "Keep pictures whole that users of the format crop.")
    private boolean whole;

    /** For help and completion. */
    static final class FormatNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        FormatNames() {
            super(DatasetFormats.names());
        }
    }

    DepthDataset open(Path folder) {
        return DatasetFormats.open(folder, options());
    }

    DataOptions options() {
        DataOptions options = DataOptions.DEFAULT.withFormat(format);
        DataOptions cropped = whole ? options.withoutCrop() : options;
        return Optional.ofNullable(scale).map(cropped::withScale).orElse(cropped);
    }
}
