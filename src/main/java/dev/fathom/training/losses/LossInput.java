package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Map;

/**
 * What a loss sees of one step.
 *
 * @param scope stays open until the gradients are taken; arrays made from Java data belong here
 * @param depth the prediction in metres, {@code [N, 1, h, w]}, at the network's own resolution; the full-resolution
 *     prediction is its nearest upsampling to the size of the truth
 * @param truth full-resolution ground truth
 * @param features the student's taps by name, {@code [N, C, h, w]} each; only those that some loss asked for
 * @param teacherFeatures the teacher's, without gradients; empty if there is no teacher
 * @param teacherDepth the teacher's prediction in metres, {@code [N, 1, h, w]} at the teacher's own resolution, without
 *     gradients; null if there is no teacher
 * @param focal lengths of the camera
 * @param parameters what this loss declared in {@link DepthLoss#parameters()}, one dimension each, with gradients
 * @param randomSeed for losses that draw; depends on the run's seed and the global step only
 */
public record LossInput(
        NDManager scope,
        NDArray depth,
        Truth truth,
        Map<String, NDArray> features,
        Map<String, NDArray> teacherFeatures,
        NDArray teacherDepth,
        FocalLengths focal,
        Map<String, NDArray> parameters,
        long randomSeed) {

    /** The same step as seen by the loss that declared these parameters. */
    public LossInput withParameters(Map<String, NDArray> own) {
        return new LossInput(scope, depth, truth, features, teacherFeatures, teacherDepth, focal, own, randomSeed);
    }

    /** Depth and truth of the first images of the batch alone, without what the teacher says. */
    public LossInput first(int images) {
        Truth some = new Truth(images, truth.height(), truth.width(), truth.metres(), truth.mask());
        NDArray depths = depth.get(new NDIndex(":" + images));
        return new LossInput(scope, depths, some, Map.of(), Map.of(), null, focal, parameters, randomSeed);
    }
}
