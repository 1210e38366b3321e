package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
 */
public record LossInput(
        NDManager scope,
        NDArray depth,
        Truth truth,
        Map<String, NDArray> features,
        Map<String, NDArray> teacherFeatures) {}
