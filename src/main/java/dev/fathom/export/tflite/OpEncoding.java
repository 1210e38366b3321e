package dev.fathom.export.tflite;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.WithActivation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.DequantizeOptionsT;
import org.tensorflow.lite.schema.GeluOptionsT;
import org.tensorflow.lite.schema.HardSwishOptionsT;
import org.tensorflow.lite.schema.MaximumMinimumOptionsT;
import org.tensorflow.lite.schema.PadOptionsT;
import org.tensorflow.lite.schema.PadV2OptionsT;
import org.tensorflow.lite.schema.QuantizeOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.ReshapeOptionsT;
import org.tensorflow.lite.schema.ResizeBilinearOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;
import org.tensorflow.lite.schema.SliceOptionsT;
import org.tensorflow.lite.schema.TransposeOptionsT;

/**
 * How the file says one operation: code and version, an options table, and small constants that follow the inputs.
 *
 * @param options the schema's options object, null where the operation has none
 */
record OpEncoding(Code code, byte optionsType, Object options, List<Operand> operands) {

    /** Operation code and the version of its semantics: the lowest that has what is used, so that old runtimes load it. */
    record Code(int builtin, int version) {}

    /** A small constant that belongs to one operation, such as a target size. */
    record Operand(String suffix, TensorForm form, Shape shape, ByteBuffer data) {
        static Operand ints(String suffix, Shape shape, int... values) {
            ByteBuffer data = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int value : values) {
                data.putInt(value);
            }
            return new Operand(suffix, TensorForm.INDEX, shape, data.flip());
        }

        static Operand scalar(String suffix, double value, TensorForm form) {
            Constant one = Constant.vector(1, i -> value);
            return new Operand(suffix, form, one.shape(), form.bytes(one));
        }
    }

    /** @param x form of the operation's first input */
    static OpEncoding of(LiteOp op, TensorForm x) {
        if (op instanceof WithActivation activated) {
            return ActivatedOps.encode(activated);
        }
        if (op instanceof LiteOp.Pad pad) {
            return pad(pad, x);
        }
        if (op instanceof LiteOp.Concat concat) {
            return concat(concat);
        }
        if (op instanceof LiteOp.Reshape reshape) {
            return reshape(reshape);
        }
        if (op instanceof LiteOp.ResizeBilinear resize) {
            return bilinear(resize);
        }
        if (op instanceof LiteOp.ResizeNearest resize) {
            return nearest(resize);
        }
        if (op instanceof LiteOp.FirstChannels first) {
            return firstChannels(first);
        }
        if (op instanceof LiteOp.SwapHeightAndChannels) {
            return swapHeightAndChannels();
        }
        if (op instanceof LiteOp.Mean) {
            return mean();
        }
        if (op instanceof LiteOp.Quantize) {
            return plain(BuiltinOperator.QUANTIZE, 1, BuiltinOptions.QuantizeOptions, new QuantizeOptionsT());
        }
        if (op instanceof LiteOp.Dequantize) {
            return plain(BuiltinOperator.DEQUANTIZE, 1, BuiltinOptions.DequantizeOptions, new DequantizeOptionsT());
        }
        if (op instanceof LiteOp.Limit limit) {
            int builtin =
                    limit.bound() == LiteOp.Limit.Bound.MAXIMUM ? BuiltinOperator.MAXIMUM : BuiltinOperator.MINIMUM;
            return plain(builtin, 1, BuiltinOptions.MaximumMinimumOptions, new MaximumMinimumOptionsT());
        }
        return unary(((LiteOp.Unary) op).function());
    }

    private static OpEncoding concat(LiteOp.Concat concat) {
        ConcatenationOptionsT options = new ConcatenationOptionsT();
        options.setAxis(concat.axis());
        return plain(BuiltinOperator.CONCATENATION, 1, BuiltinOptions.ConcatenationOptions, options);
    }

    private static OpEncoding reshape(LiteOp.Reshape reshape) {
        ReshapeOptionsT options = new ReshapeOptionsT();
        int[] dims = reshape.shape().toArray();
        options.setNewShape(dims);
        Operand shape = Operand.ints("shape", Shape.of(dims.length), dims);
        return new OpEncoding(
                new Code(BuiltinOperator.RESHAPE, 1), BuiltinOptions.ReshapeOptions, options, List.of(shape));
    }

    private static OpEncoding bilinear(LiteOp.ResizeBilinear resize) {
        ResizeBilinearOptionsT options = new ResizeBilinearOptionsT();
        options.setAlignCorners(resize.alignCorners());
        options.setHalfPixelCenters(!resize.alignCorners());
        return new OpEncoding(
                new Code(BuiltinOperator.RESIZE_BILINEAR, 3),
                BuiltinOptions.ResizeBilinearOptions,
                options,
                List.of(size(resize.height(), resize.width())));
    }

    private static OpEncoding nearest(LiteOp.ResizeNearest resize) {
        return new OpEncoding(
                new Code(BuiltinOperator.RESIZE_NEAREST_NEIGHBOR, 1),
                BuiltinOptions.ResizeNearestNeighborOptions,
                new ResizeNearestNeighborOptionsT(),
                List.of(size(resize.height(), resize.width())));
    }

    private static OpEncoding firstChannels(LiteOp.FirstChannels first) {
        return new OpEncoding(
                new Code(BuiltinOperator.SLICE, 1),
                BuiltinOptions.SliceOptions,
                new SliceOptionsT(),
                List.of(
                        Operand.ints("begin", Shape.of(4), 0, 0, 0, 0),
                        Operand.ints("size", Shape.of(4), first.shape().toArray())));
    }

    private static OpEncoding swapHeightAndChannels() {
        return new OpEncoding(
                new Code(BuiltinOperator.TRANSPOSE, 1),
                BuiltinOptions.TransposeOptions,
                new TransposeOptionsT(),
                List.of(Operand.ints("perm", Shape.of(4), 0, 3, 2, 1)));
    }

    private static OpEncoding mean() {
        ReducerOptionsT options = new ReducerOptionsT();
        options.setKeepDims(true);
        Operand axes = Operand.ints("axes", Shape.of(2), 1, 2);
        return new OpEncoding(new Code(BuiltinOperator.MEAN, 1), BuiltinOptions.ReducerOptions, options, List.of(axes));
    }

    /** The same with the version that inputs of these forms need. */
    OpEncoding on(List<TensorForm> inputs) {
        int version = OpVersions.of(code, inputs);
        return new OpEncoding(new Code(code.builtin(), version), optionsType, options, operands);
    }

    private static OpEncoding unary(LiteOp.Unary.Function function) {
        return switch (function) {
            case RELU -> plain(BuiltinOperator.RELU, 1, BuiltinOptions.NONE, null);
            case RELU6 -> plain(BuiltinOperator.RELU6, 1, BuiltinOptions.NONE, null);
            case LOGISTIC -> plain(BuiltinOperator.LOGISTIC, 1, BuiltinOptions.NONE, null);
            case HARD_SWISH ->
                plain(BuiltinOperator.HARD_SWISH, 1, BuiltinOptions.HardSwishOptions, new HardSwishOptionsT());
            // Without the flag for the tanh form.
            case GELU -> plain(BuiltinOperator.GELU, 1, BuiltinOptions.GeluOptions, new GeluOptionsT());
        };
    }

    static OpEncoding plain(int builtin, int version, byte optionsType, Object options) {
        return new OpEncoding(new Code(builtin, version), optionsType, options, List.of());
    }

    private static OpEncoding pad(LiteOp.Pad pad, TensorForm x) {
        Operand amounts =
                Operand.ints("paddings", Shape.of(4, 2), 0, 0, pad.top(), pad.bottom(), pad.left(), pad.right(), 0, 0);
        if (pad.value() == 0) {
            return new OpEncoding(
                    new Code(BuiltinOperator.PAD, 1), BuiltinOptions.PadOptions, new PadOptionsT(), List.of(amounts));
        }
        return new OpEncoding(
                new Code(BuiltinOperator.PADV2, 1),
                BuiltinOptions.PadV2Options,
                new PadV2OptionsT(),
                List.of(amounts, Operand.scalar("value", pad.value(), x)));
    }

    private static Operand size(int height, int width) {
        return Operand.ints("size", Shape.of(2), height, width);
    }
}
