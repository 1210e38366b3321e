package dev.fathom.ui.desk;

import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import java.nio.file.Path;

/** Where one page sends the user on another. */
public sealed interface Destination {
    /** The page that shows it. */
    PageId page();

    /** A page as it is. */
    record Just(PageId page) implements Destination {}

    /** A data folder, to look at. */
    record DataFolder(Path folder) implements Destination {
        @Override
        public PageId page() {
            return PageId.DATA;
        }
    }

    /** A new experiment that begins with this configuration. */
    record NewExperiment(RunConfig config) implements Destination {
        @Override
        public PageId page() {
            return PageId.EXPERIMENT;
        }
    }

    /** A new experiment with this data folder. */
    record ExperimentOn(Path dataFolder) implements Destination {
        @Override
        public PageId page() {
            return PageId.EXPERIMENT;
        }
    }

    /** A run among the others. */
    record ShownRun(RunFolder run) implements Destination {
        @Override
        public PageId page() {
            return PageId.RUNS;
        }
    }

    /** A run's pictures. */
    record ComparedRun(RunFolder run) implements Destination {
        @Override
        public PageId page() {
            return PageId.COMPARE;
        }
    }

    /** A run to be exported. */
    record ExportedRun(RunFolder run) implements Destination {
        @Override
        public PageId page() {
            return PageId.EXPORT;
        }
    }

    /** A model file to be measured. */
    record MeasuredModel(Path model) implements Destination {
        @Override
        public PageId page() {
            return PageId.DEVICE;
        }
    }
}
