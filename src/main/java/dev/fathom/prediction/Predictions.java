package dev.fathom.prediction;

import dev.fathom.data.Sample;
import java.util.List;

/** Where predictions for the pictures of a data set come from. One thread at a time. */
public interface Predictions extends AutoCloseable {
    /** One for each sample, in their order; a bad file is a problem and no exception. */
    List<Prediction> of(List<Sample> samples);

    /** What was assumed, in sentences without a full stop. */
    List<String> notes();

    /** Predictions that belong to no picture. */
    default List<String> surplus() {
        return List.of();
    }

    @Override
    void close();
}
