package dev.fathom.ui.data;

import dev.fathom.data.DepthDataset;
import dev.fathom.data.Sample;
import java.util.List;
import java.util.function.Function;

/** A part of a data set that the page can show. */
public enum Split {
    TRAIN("train", DepthDataset::train),
    VAL("val", DepthDataset::val),
    TEST("test", DepthDataset::test),
    UNLABELED("unlabeled", DepthDataset::unlabeled);

    private final String title;
    private final Function<DepthDataset, List<Sample>> samples;

    Split(String title, Function<DepthDataset, List<Sample>> samples) {
        this.title = title;
        this.samples = samples;
    }

    public String title() {
        return title;
    }

    List<Sample> of(DepthDataset data) {
        return samples.apply(data);
    }
}
