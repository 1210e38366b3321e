package dev.fathom.ui.experiment;

import dev.fathom.data.DepthDataset;
import dev.fathom.data.Sample;
import dev.fathom.dataset.RunData;
import dev.fathom.run.DataConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * How much there is to train on.
 *
 * @param left files that cannot be used
 */
record DataFacts(Path folder, String format, List<Sample> train, int val, int unlabeled, int left) {

    /** @throws dev.fathom.core.UserException if there is no data set */
    static DataFacts of(DataConfig config) {
        DepthDataset data = RunData.open(config);
        return new DataFacts(
                data.root(),
                data.format(),
                data.train(),
                data.val().size(),
                data.unlabeled().size(),
                data.problems().size());
    }
}
