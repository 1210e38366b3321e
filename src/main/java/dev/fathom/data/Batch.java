package dev.fathom.data;

import dev.fathom.core.ImageSize;
import java.util.List;

/**
 * A batch as plain arrays, owned by whoever holds it.
 *
 * @param size number of examples N; the last batch of an epoch and one with unreadable files may have fewer than asked
 * @param labelled how many of them have depth; they come first, and those after them are of the unlabelled stream
 * @param canvas height H and width W of each example
 * @param images N x H x W x 3, red, green, blue, 0..255
 * @param depth N x H x W, metres, 0 where the mask is 0
 * @param mask N x H x W, 1 where depth was measured; may be all 0 for an example whose crop holds no depth
 * @param samples where the examples come from, in their order
 * @param epoch the epoch the batch belongs to
 * @param indexInEpoch its place in the epoch, from 0
 */
public record Batch(
        int size,
        int labelled,
        ImageSize canvas,
        float[] images,
        float[] depth,
        float[] mask,
        List<Sample> samples,
        int epoch,
        int indexInEpoch) {}
