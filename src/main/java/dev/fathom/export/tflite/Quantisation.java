package dev.fathom.export.tflite;

import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.Tensor;

/**
 * How whole numbers in a tensor stand for real ones: {@code real = scale * (stored - zeroPoint)}.
 *
 * @param scales how many scales there are: 1 for the whole tensor, else one for each place along the axis
 * @param scale the first scale
 * @param zeroPoint the first zero point
 * @param axis the axis with a scale for each place; 0 where there is one scale
 */
public record Quantisation(int scales, double scale, long zeroPoint, int axis) {

    /** What the file says of a tensor, null if it is not quantised. */
    static Quantisation of(Tensor tensor) {
        QuantizationParameters q = tensor.quantization();
        if (q == null || q.scaleLength() == 0) {
            return null;
        }
        long zero = q.zeroPointLength() > 0 ? q.zeroPoint(0) : 0;
        return new Quantisation(q.scaleLength(), q.scale(0), zero, q.quantizedDimension());
    }

    @Override
    public String toString() {
        return scales == 1
                ? "scale " + (float) scale + ", zero point " + zeroPoint
                : scales + " scales along axis " + axis;
    }
}
