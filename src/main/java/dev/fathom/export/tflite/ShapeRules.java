package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.ReducerOptions;
import org.tensorflow.lite.schema.ResizeBilinearOptions;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptions;

/**
 * What shape the common operations give. The runtime computes it again from the same inputs: where the file says
 * something else, one of the two is damaged, and running it could ask for any amount of memory.
 */
final class ShapeRules {
    private ShapeRules() {}

    /** @throws BrokenModelException if the result cannot have the shape that the file gives it */
    static void requireSound(int builtin, OperatorView op) {
        if (op.isOpen()) {
            return;
        }
        int[] declared = op.outputDims();
        expected(builtin, op)
                .ifPresent(dims -> require(
                        Arrays.equals(dims, declared),
                        op.place() + " gives " + Arrays.toString(dims) + ", not " + Arrays.toString(declared)));
    }

    private static Optional<int[]> expected(int builtin, OperatorView op) {
        return switch (builtin) {
            case BuiltinOperator.CONV_2D -> Optional.of(WindowRules.conv(op));
            case BuiltinOperator.DEPTHWISE_CONV_2D -> Optional.of(WindowRules.depthwise(op));
            case BuiltinOperator.MAX_POOL_2D, BuiltinOperator.AVERAGE_POOL_2D -> Optional.of(WindowRules.pool(op));
            case BuiltinOperator.RELU,
                    BuiltinOperator.RELU6,
                    BuiltinOperator.LOGISTIC,
                    BuiltinOperator.HARD_SWISH,
                    BuiltinOperator.GELU -> Optional.of(op.inputDims(0));
            case BuiltinOperator.MEAN -> mean(op);
            case BuiltinOperator.ADD, BuiltinOperator.SUB, BuiltinOperator.MUL, BuiltinOperator.DIV ->
                Optional.of(broadcast(op));
            case BuiltinOperator.CONCATENATION -> Optional.of(concatenation(op));
            case BuiltinOperator.RESHAPE -> Optional.of(reshape(op));
            case BuiltinOperator.RESIZE_BILINEAR -> resize(op, bilinearFlags(op));
            case BuiltinOperator.RESIZE_NEAREST_NEIGHBOR -> resize(op, nearestFlags(op));
            case BuiltinOperator.PAD, BuiltinOperator.PADV2 -> pad(op);
            case BuiltinOperator.SLICE -> slice(op);
            case BuiltinOperator.TRANSPOSE -> transpose(op);
            default -> Optional.empty();
        };
    }

    private static int[] broadcast(OperatorView op) {
        int[] a = op.inputDims(0);
        int[] b = op.inputDims(1);
        int[] out = new int[Math.max(a.length, b.length)];
        for (int i = 1; i <= out.length; i++) {
            int left = i <= a.length ? a[a.length - i] : 1;
            int right = i <= b.length ? b[b.length - i] : 1;
            require(left == right || left == 1 || right == 1, op.place() + " combines shapes that do not fit");
            out[out.length - i] = left == 1 ? right : left;
        }
        return out;
    }

    private static int[] concatenation(OperatorView op) {
        ConcatenationOptions options =
                (ConcatenationOptions) op.options(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions());
        int[] out = op.inputDims(0);
        int axis = options.axis();
        axis = axis < 0 ? axis + out.length : axis;
        require(axis >= 0 && axis < out.length, op.place() + " joins along an axis that does not exist");
        for (int i = 1; i < op.operator().inputsLength(); i++) {
            require(op.operator().inputs(i) >= 0, op.place() + " lacks an input");
            int[] dims = op.inputDims(i);
            require(dims.length == out.length, op.place() + " joins tensors of different rank");
            int joined = out[axis] + dims[axis];
            dims[axis] = out[axis];
            require(Arrays.equals(dims, out), op.place() + " joins tensors of different size");
            out[axis] = joined;
        }
        return out;
    }

    private static Optional<int[]> mean(OperatorView op) {
        ReducerOptions options = (ReducerOptions) op.options(BuiltinOptions.ReducerOptions, new ReducerOptions());
        int[] out = op.inputDims(0);
        Optional<int[]> axes = op.constantInts(1);
        axes.ifPresent(all -> {
            for (int axis : all) {
                int place = axis < 0 ? axis + out.length : axis;
                require(place >= 0 && place < out.length, op.place() + " averages an axis that does not exist");
                out[place] = 1;
            }
        });
        return options.keepDims() ? axes.map(all -> out) : Optional.empty();
    }

    private static int[] reshape(OperatorView op) {
        require(elements(op.inputDims(0)) == elements(op.outputDims()), op.place() + " changes the number of values");
        return op.outputDims();
    }

    /** True if corners are aligned and pixel centres at half integers, which contradict each other. */
    private static boolean bilinearFlags(OperatorView op) {
        ResizeBilinearOptions o =
                (ResizeBilinearOptions) op.options(BuiltinOptions.ResizeBilinearOptions, new ResizeBilinearOptions());
        return o.alignCorners() && o.halfPixelCenters();
    }

    private static boolean nearestFlags(OperatorView op) {
        ResizeNearestNeighborOptions o = (ResizeNearestNeighborOptions)
                op.options(BuiltinOptions.ResizeNearestNeighborOptions, new ResizeNearestNeighborOptions());
        return o.alignCorners() && o.halfPixelCenters();
    }

    private static Optional<int[]> resize(OperatorView op, boolean contradiction) {
        require(!contradiction, op.place() + " aligns both corners and pixel centres");
        int[] x = op.inputDims(0);
        require(x.length == 4, op.place() + " reads a tensor that is not four-dimensional");
        return op.constantInts(1).map(size -> {
            require(size.length == 2, op.place() + " has a size of other than two numbers");
            return new int[] {x[0], size[0], size[1], x[3]};
        });
    }

    private static Optional<int[]> pad(OperatorView op) {
        int[] x = op.inputDims(0);
        return op.constantInts(1).map(amounts -> {
            require(amounts.length == 2 * x.length, op.place() + " has padding for another rank");
            int[] out = x.clone();
            for (int i = 0; i < amounts.length; i++) {
                require(amounts[i] >= 0, op.place() + " has negative padding");
                out[i / 2] += amounts[i];
            }
            return out;
        });
    }

    private static Optional<int[]> slice(OperatorView op) {
        int[] x = op.inputDims(0);
        Optional<int[]> begin = op.constantInts(1);
        Optional<int[]> size = op.constantInts(2);
        if (begin.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        int[] from = begin.get();
        int[] out = size.get();
        require(from.length == x.length && out.length == x.length, op.place() + " slices another rank");
        for (int i = 0; i < x.length; i++) {
            require(from[i] >= 0 && from[i] <= x[i], op.place() + " slices from outside its input");
            out[i] = out[i] == -1 ? x[i] - from[i] : out[i];
            require(out[i] >= 0 && out[i] <= x[i] - from[i], op.place() + " slices more than there is");
        }
        return Optional.of(out);
    }

    private static Optional<int[]> transpose(OperatorView op) {
        int[] x = op.inputDims(0);
        return op.constantInts(1).map(axes -> {
            int[] sorted = axes.clone();
            Arrays.sort(sorted);
            require(
                    Arrays.equals(sorted, IntStream.range(0, x.length).toArray()),
                    op.place() + " transposes axes that do not exist");
            return Arrays.stream(axes).map(axis -> x[axis]).toArray();
        });
    }

    private static long elements(int[] dims) {
        return Arrays.stream(dims).asLongStream().reduce(1, (a, b) -> a * b);
    }
}
