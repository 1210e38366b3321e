package dev.fathom.run;

import java.util.List;

/**
 * What lies behind the means of an evaluation.
 *
 * @param shares which part of the pictures the numbers rest on
 * @param bands errors by true depth, near to far
 * @param edges how well depth edges are found, by threshold
 * @param worst pictures with the largest errors, worst first
 * @param notes what was assumed and done to the predictions, in sentences without a full stop
 * @param missing pictures for which there is no prediction
 * @param surplus predictions for which there is no picture
 */
public record EvaluationDetails(
        Shares shares,
        List<Band> bands,
        List<Edges> edges,
        List<Worst> worst,
        List<String> notes,
        List<String> missing,
        List<String> surplus) {

    /**
     * Means over the pictures, 0 to 1.
     *
     * @param truth pixels whose truth is valid, of all pixels
     * @param scored pixels that the protocol counts, of all pixels
     * @param predicted pixels with a usable prediction, of those that the protocol counts
     */
    public record Shares(double truth, double scored, double predicted) {}

    /**
     * The pixels of all pictures whose truth lies in a range, pooled.
     *
     * @param to metres, exclusive; null for the last band, which has no end
     * @param share of all scored pixels
     * @param rmse metres; null as the others if the band has no pixel
     */
    public record Band(
            double from, Double to, long pixels, double share, Double rmse, Double absRel, Double siRmse, Double d1) {}

    /**
     * Depth edges after Hu et al. 2019, mean over the pictures that have any.
     *
     * @param threshold of the Sobel gradient, metres
     * @param pictures that have an edge
     * @param precision null if no picture has a predicted edge
     * @param recall null as f1 if no picture has an edge
     */
    public record Edges(double threshold, int pictures, Double precision, Double recall, Double f1) {}

    /**
     * A picture.
     *
     * @param metric by which pictures are ranked
     */
    public record Worst(String picture, String metric, double value) {}
}
