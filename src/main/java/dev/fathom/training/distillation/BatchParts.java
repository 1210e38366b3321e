package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.FocalLengths;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.Truth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A batch by its images with and without labels, and what a loss on depth sees of some of them.
 *
 * @param taught the teacher's depth as a truth, no coarser than the student's depth; valid where it is positive
 * @param labelled places in the batch of the images that have any valid depth
 * @param unlabelled of the others
 */
record BatchParts(LossInput input, Truth taught, int[] labelled, int[] unlabelled) {

    static BatchParts of(LossInput input) {
        Truth truth = input.truth();
        Map<Boolean, List<Integer>> images = IntStream.range(0, truth.batch())
                .boxed()
                .collect(Collectors.partitioningBy(i -> ValidPlaces.anyValid(truth, i)));
        return new BatchParts(input, taught(input), array(images.get(true)), array(images.get(false)));
    }

    private static int[] array(List<Integer> images) {
        return images.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The images with their ground truth. */
    LossInput byTruth(int[] images) {
        return part(images, input.truth(), input.focal());
    }

    /** The images with the teacher's depth as their truth. */
    LossInput byTeacher(int[] images) {
        Truth canvas = input.truth();
        FocalLengths camera = new FocalLengths(
                input.focal().focalX() * taught.width() / canvas.width(),
                input.focal().focalY() * taught.height() / canvas.height());
        return part(images, taught, camera);
    }

    private LossInput part(int[] images, Truth truth, FocalLengths camera) {
        NDArray depth = images.length == truth.batch() ? input.depth() : chosen(input.depth(), images);
        return new LossInput(
                input.scope(),
                depth,
                chosen(truth, images),
                Map.of(),
                Map.of(),
                null,
                camera,
                Map.of(),
                input.randomSeed());
    }

    private NDArray chosen(NDArray depth, int[] images) {
        NDArray indices =
                input.scope().create(IntStream.of(images).asLongStream().toArray());
        return depth.get(indices);
    }

    private static Truth chosen(Truth truth, int[] images) {
        float[] metres = new float[images.length * truth.pixels()];
        float[] mask = new float[metres.length];
        for (int i = 0; i < images.length; i++) {
            System.arraycopy(truth.metres(), images[i] * truth.pixels(), metres, i * truth.pixels(), truth.pixels());
            System.arraycopy(truth.mask(), images[i] * truth.pixels(), mask, i * truth.pixels(), truth.pixels());
        }
        return new Truth(images.length, truth.height(), truth.width(), metres, mask);
    }

    private static Truth taught(LossInput input) {
        Shape student = input.depth().getShape();
        Shape teacher = input.teacherDepth().getShape();
        int height = (int) Math.max(student.get(2), teacher.get(2));
        int width = (int) Math.max(student.get(3), teacher.get(3));
        boolean fine = teacher.get(2) == height && teacher.get(3) == width;
        NDArray depth = fine ? input.teacherDepth() : Ops.resizeBilinear(input.teacherDepth(), height, width);
        float[] metres = depth.toType(DataType.FLOAT32, false).toFloatArray();
        float[] mask = new float[metres.length];
        for (int i = 0; i < metres.length; i++) {
            boolean valid = metres[i] > 0 && Float.isFinite(metres[i]);
            mask[i] = valid ? 1 : 0;
            metres[i] = valid ? metres[i] : 0;
        }
        return new Truth((int) teacher.get(0), height, width, metres, mask);
    }
}
