package dev.fathom.training.losses;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which cell of the prediction each pixel of the truth shows after nearest upsampling: {@code floor(i * cells / pixels)}
 * along each axis.
 *
 * @param row cell row of each pixel row
 * @param column cell column of each pixel column
 */
record Blocks(int[] row, int[] column) {

    static Blocks of(DepthGrid prediction, Truth truth) {
        if (prediction.batch() != truth.batch()) {
            throw new IllegalArgumentException(
                    prediction.batch() + " predictions for " + truth.batch() + " ground truths");
        }
        return new Blocks(cells(prediction.height(), truth.height()), cells(prediction.width(), truth.width()));
    }

    private static int[] cells(int cells, int pixels) {
        return IntStream.range(0, pixels).map(i -> i * cells / pixels).toArray();
    }

    /** Work for each image of a batch, on all cores; the results are in the order of the images. */
    static <T> T[] eachImage(int batch, IntFunction<T> work, IntFunction<T[]> array) {
        return IntStream.range(0, batch).parallel().mapToObj(work).toArray(array);
    }
}
