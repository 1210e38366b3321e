package dev.fathom.training.losses;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which pixels of the truth a cell of the prediction is upsampled to: pixel {@code i} shows cell
 * {@code floor(i * cells / pixels)}, as nearest upsampling has it.
 *
 * @param rowStart first pixel row of each cell row, and one past the last
 * @param columnStart first pixel column of each cell column, and one past the last
 */
record Blocks(int[] rowStart, int[] columnStart) {

    static Blocks of(DepthGrid prediction, Truth truth) {
        if (prediction.batch() != truth.batch()) {
            throw new IllegalArgumentException(
                    prediction.batch() + " predictions for " + truth.batch() + " ground truths");
        }
        return new Blocks(starts(prediction.height(), truth.height()), starts(prediction.width(), truth.width()));
    }

    private static int[] starts(int cells, int pixels) {
        int[] starts = new int[cells + 1];
        for (int cell = 0; cell <= cells; cell++) {
            starts[cell] = (cell * pixels + cells - 1) / cells;
        }
        return starts;
    }

    /** Work for each image of a batch, on all cores; the results are in the order of the images. */
    static <T> T[] eachImage(int batch, IntFunction<T> work, IntFunction<T[]> array) {
        return IntStream.range(0, batch).parallel().mapToObj(work).toArray(array);
    }
}
