package dev.fathom.export.inspect;

import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.HardSwishOptionsT;
import org.tensorflow.lite.schema.MetadataT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.WhileOptionsT;

/** Files with what Fathom's exporter never writes. */
public final class ForeignFiles {
    private ForeignFiles() {}

    /** Image [1, 8, 8, 3] to [1, 8, 8, 4]: a convolution and a nearest resize; no signature, a description. */
    static byte[] plain() {
        ForeignFile f = new ForeignFile();
        int x = f.tensor("x", TensorType.FLOAT32, 1, 8, 8, 3);
        int y = f.tensor("y", TensorType.FLOAT32, 1, 8, 8, 4);
        int up = f.tensor("up", TensorType.FLOAT32, 1, 16, 16, 4);
        f.op(
                BuiltinOperator.CONV_2D,
                1,
                BuiltinOptions.Conv2DOptions,
                conv(),
                new int[] {x, f.floats("w", 0.1f, 4, 3, 3, 3), f.floats("b", 1, 4)},
                y);
        f.op(
                BuiltinOperator.RESIZE_NEAREST_NEIGHBOR,
                1,
                BuiltinOptions.ResizeNearestNeighborOptions,
                new ResizeNearestNeighborOptionsT(),
                new int[] {y, f.ints("size", 16, 16)},
                up);
        f.model().setDescription("made\u001b[2J elsewhere");
        MetadataT version = new MetadataT();
        version.setName("min_runtime_version");
        version.setBuffer(f.buffer(new byte[] {'1', '.', '5', '.', '0', 0, 0, 0}));
        MetadataT damaged = new MetadataT();
        damaged.setName("TFLITE_METADATA");
        damaged.setBuffer(f.buffer(new byte[] {120, 120, 120, 120, 120}));
        f.model().setMetadata(new MetadataT[] {version, damaged});
        return f.graph("main", new int[] {x}, up).bytes();
    }

    /**
     * Picture [1, 2, 3, 3] to "depth" [1, 2, 3, 1], half the sum of the channels; no metadata.
     *
     * @param bytes whether it takes bytes that stand for 0 to 1, and not floats
     */
    public static byte[] depth(boolean bytes) {
        ForeignFile f = new ForeignFile();
        int picture = f.tensor("picture", bytes ? TensorType.UINT8 : TensorType.FLOAT32, 1, 2, 3, 3);
        int real = picture;
        if (bytes) {
            real = f.tensor("real", TensorType.FLOAT32, 1, 2, 3, 3);
            f.quantise(picture, 0, 0, 1 / 255f);
            f.op(BuiltinOperator.DEQUANTIZE, 2, BuiltinOptions.NONE, null, new int[] {picture}, real);
        }
        int depth = f.tensor("out", TensorType.FLOAT32, 1, 2, 3, 1);
        int[] inputs = {real, f.floats("w", 0.5f, 1, 1, 1, 3), f.floats("b", 0, 1)};
        f.op(BuiltinOperator.CONV_2D, 1, BuiltinOptions.Conv2DOptions, conv(), inputs, depth);
        return f.graph("main", new int[] {picture}, depth).bytes();
    }

    /** The same of floats, of any size and any number of pictures, at half the size: every second row and column. */
    public static byte[] openDepth() {
        ForeignFile f = new ForeignFile();
        int picture = f.openTensor("picture", new int[] {1, 1, 1, 3}, -1, -1, -1, 3);
        int depth = f.openTensor("out", new int[] {1, 1, 1, 1}, -1, -1, -1, 1);
        Conv2DOptionsT half = conv();
        half.setStrideH(2);
        half.setStrideW(2);
        int[] inputs = {picture, f.floats("w", 0.5f, 1, 1, 1, 3), f.floats("b", 0, 1)};
        f.op(BuiltinOperator.CONV_2D, 1, BuiltinOptions.Conv2DOptions, half, inputs, depth);
        return f.graph("main", new int[] {picture}, depth).bytes();
    }

    /** Picture [1, 3, 3, 2], channels first, to [1, 1, 3, 2], the mean of the channels. */
    public static byte[] depthChannelsFirst() {
        ForeignFile f = new ForeignFile();
        int picture = f.tensor("picture", TensorType.FLOAT32, 1, 3, 3, 2);
        int depth = f.tensor("out", TensorType.FLOAT32, 1, 1, 3, 2);
        ReducerOptionsT options = new ReducerOptionsT();
        options.setKeepDims(true);
        f.op(
                BuiltinOperator.MEAN,
                1,
                BuiltinOptions.ReducerOptions,
                options,
                new int[] {picture, f.ints("axis", 1)},
                depth);
        return f.graph("main", new int[] {picture}, depth).bytes();
    }

    static Conv2DOptionsT conv() {
        Conv2DOptionsT options = new Conv2DOptionsT();
        options.setStrideH(1);
        options.setStrideW(1);
        options.setDilationHFactor(1);
        options.setDilationWFactor(1);
        return options;
    }

    /** Full-integer: a convolution with a scale for each channel and a HARD_SWISH, for which XNNPACK has no int8 kernel. */
    public static byte[] int8() {
        ForeignFile f = new ForeignFile();
        int x = f.tensor("x", TensorType.INT8, 1, 8, 8, 3);
        int y = f.tensor("y", TensorType.INT8, 1, 8, 8, 2);
        int z = f.tensor("z", TensorType.INT8, 1, 8, 8, 2);
        int w = f.constant("w", TensorType.INT8, new byte[2 * 3], 2, 1, 1, 3);
        int b = f.ints("b", 0, 0);
        f.quantise(x, 0, -128, 1 / 255f)
                .quantise(y, 0, 0, 0.1f)
                .quantise(z, 0, 0, 0.1f)
                .quantise(w, 0, 0, 0.01f, 0.02f)
                .quantise(b, 0, 0, 0.01f / 255, 0.02f / 255);
        f.op(BuiltinOperator.CONV_2D, 3, BuiltinOptions.Conv2DOptions, conv(), new int[] {x, w, b}, y);
        f.op(BuiltinOperator.HARD_SWISH, 1, BuiltinOptions.HardSwishOptions, new HardSwishOptionsT(), new int[] {y}, z);
        return f.graph("main", new int[] {x}, z).bytes();
    }

    /**
     * Weights as float16 that a DEQUANTIZE unpacks.
     *
     * @param bias16 whether the bias is too
     */
    static byte[] float16(boolean bias16) {
        ForeignFile f = new ForeignFile();
        int x = f.tensor("x", TensorType.FLOAT32, 1, 8, 8, 3);
        int packed = f.constant("w16", TensorType.FLOAT16, new byte[2 * 4 * 3 * 3 * 3], 4, 3, 3, 3);
        int w = f.tensor("w", TensorType.FLOAT32, 4, 3, 3, 3);
        int y = f.tensor("y", TensorType.FLOAT32, 1, 8, 8, 4);
        int b = bias16 ? f.tensor("b", TensorType.FLOAT32, 4) : f.floats("b", 0, 4);
        f.op(BuiltinOperator.DEQUANTIZE, 3, BuiltinOptions.NONE, null, new int[] {packed}, w);
        if (bias16) {
            int packedBias = f.constant("b16", TensorType.FLOAT16, new byte[2 * 4], 4);
            f.op(BuiltinOperator.DEQUANTIZE, 3, BuiltinOptions.NONE, null, new int[] {packedBias}, b);
        }
        f.op(BuiltinOperator.CONV_2D, 1, BuiltinOptions.Conv2DOptions, conv(), new int[] {x, w, b}, y);
        return f.graph("main", new int[] {x}, y).bytes();
    }

    /** Float values, int8 weights in a depthwise convolution: dynamic range where XNNPACK does not have it. */
    static byte[] dynamicRange() {
        ForeignFile f = new ForeignFile();
        int x = f.tensor("x", TensorType.FLOAT32, 1, 8, 8, 2);
        int y = f.tensor("y", TensorType.FLOAT32, 1, 8, 8, 2);
        int w = f.constant("w", TensorType.INT8, new byte[3 * 3 * 2], 1, 3, 3, 2);
        f.quantise(w, 3, 0, 0.01f, 0.02f);
        DepthwiseConv2DOptionsT options = new DepthwiseConv2DOptionsT();
        options.setStrideH(1);
        options.setStrideW(1);
        options.setDilationHFactor(1);
        options.setDilationWFactor(1);
        options.setDepthMultiplier(1);
        f.op(
                BuiltinOperator.DEPTHWISE_CONV_2D,
                6,
                BuiltinOptions.DepthwiseConv2DOptions,
                options,
                new int[] {x, w, f.floats("b", 0, 2)},
                y);
        return f.graph("main", new int[] {x}, y).bytes();
    }

    /** An operation that nobody but its maker knows. */
    static byte[] custom() {
        ForeignFile f = new ForeignFile();
        int x = f.tensor("x", TensorType.FLOAT32, 1, 4);
        int y = f.tensor("y", TensorType.FLOAT32, 1, 4);
        f.custom("Secret", new int[] {x}, y);
        return f.graph("main", new int[] {x}, y).bytes();
    }

    /** An operation with a number beyond those of this runtime. */
    static byte[] newer() {
        ForeignFile f = new ForeignFile();
        int x = f.tensor("x", TensorType.FLOAT32, 1, 4);
        int y = f.tensor("y", TensorType.FLOAT32, 1, 4);
        f.op(300, 1, BuiltinOptions.NONE, null, new int[] {x}, y);
        return f.graph("main", new int[] {x}, y).bytes();
    }

    /** The batch is left open. */
    static byte[] openBatch() {
        ForeignFile f = new ForeignFile();
        int x = f.openTensor("x", 1, 8, 8, 3);
        int y = f.openTensor("y", 1, 8, 8, 4);
        f.op(
                BuiltinOperator.CONV_2D,
                1,
                BuiltinOptions.Conv2DOptions,
                conv(),
                new int[] {x, f.floats("w", 0.1f, 4, 3, 3, 3), f.floats("b", 1, 4)},
                y);
        return f.graph("main", new int[] {x}, y).bytes();
    }

    /** Doubles a number while it is below 100: three graphs. */
    static byte[] loop() {
        return loop(2, 100);
    }

    /** A loop that says it is its own body. */
    static byte[] loopInItself() {
        return loop(0, 100);
    }

    /** Doubles a number while it is not above everything: running it never ends. */
    public static byte[] endlessLoop() {
        return loop(2, Float.NaN);
    }

    private static byte[] loop(int body, float end) {
        ForeignFile f = new ForeignFile();
        int x = f.tensor("x", TensorType.FLOAT32, 1);
        int y = f.tensor("y", TensorType.FLOAT32, 1);
        WhileOptionsT options = new WhileOptionsT();
        options.setCondSubgraphIndex(1);
        options.setBodySubgraphIndex(body);
        f.op(BuiltinOperator.WHILE, 1, BuiltinOptions.WhileOptions, options, new int[] {x}, y);
        f.graph("main", new int[] {x}, y);
        return loopGraphs(f, end);
    }

    /** Picture [1, 2, 3, 3] to depth [1, 2, 3, 1] that is never finished, because a loop is added to it. */
    public static byte[] endlessDepth() {
        ForeignFile f = new ForeignFile();
        int picture = f.tensor("picture", TensorType.FLOAT32, 1, 2, 3, 3);
        int depth = f.tensor("depth", TensorType.FLOAT32, 1, 2, 3, 1);
        int[] inputs = {picture, f.floats("w", 0.5f, 1, 1, 1, 3), f.floats("b", 0, 1)};
        f.op(BuiltinOperator.CONV_2D, 1, BuiltinOptions.Conv2DOptions, conv(), inputs, depth);
        int never = f.tensor("never", TensorType.FLOAT32, 1);
        WhileOptionsT options = new WhileOptionsT();
        options.setCondSubgraphIndex(1);
        options.setBodySubgraphIndex(2);
        int[] start = {f.floats("x", 1, 1)};
        f.op(BuiltinOperator.WHILE, 1, BuiltinOptions.WhileOptions, options, start, never);
        int out = f.tensor("out", TensorType.FLOAT32, 1, 2, 3, 1);
        f.op(BuiltinOperator.ADD, 1, BuiltinOptions.AddOptions, new AddOptionsT(), new int[] {depth, never}, out);
        f.graph("main", new int[] {picture}, out);
        return loopGraphs(f, Float.NaN);
    }

    private static byte[] loopGraphs(ForeignFile f, float end) {
        int c = f.tensor("c", TensorType.FLOAT32, 1);
        int below = f.tensor("below", TensorType.BOOL, 1);
        int test = Float.isNaN(end) ? BuiltinOperator.NOT_EQUAL : BuiltinOperator.LESS;
        f.op(test, 1, BuiltinOptions.NONE, null, new int[] {c, f.floats("end", end, 1)}, below);
        f.graph("condition", new int[] {c}, below);
        int v = f.tensor("v", TensorType.FLOAT32, 1);
        int twice = f.tensor("twice", TensorType.FLOAT32, 1);
        f.op(BuiltinOperator.ADD, 1, BuiltinOptions.AddOptions, new AddOptionsT(), new int[] {v, v}, twice);
        return f.graph("body", new int[] {v}, twice).bytes();
    }
}
