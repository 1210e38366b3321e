package dev.fathom.device.bench;

import dev.fathom.run.OutputCheck;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The device's output against the desktop's, for the same file and picture: a model that is fast because it computes
 * nonsense is caught.
 */
public final class OutputComparison {
    /** Of floats: XNNPACK sums in another order on another processor. */
    public static final double FLOAT_LIMIT = 1e-5;

    /** Of half precision, and of models that quantise while they run: their roundings depend on the processor. */
    public static final double ROUGH_LIMIT = 3e-2;

    private OutputComparison() {}

    /**
     * Compares bytes of two tensors of one type.
     *
     * @param limit largest difference as a share of the desktop's range; whole numbers must be equal whatever it is
     */
    public static OutputCheck.Difference of(String type, byte[] device, byte[] desktop, double limit) {
        if (device.length != desktop.length) {
            return new OutputCheck.Difference(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, limit, false);
        }
        double[] there = values(type, device);
        double[] here = values(type, desktop);
        double max = 0;
        for (int i = 0; i < here.length; i++) {
            max = Math.max(max, difference(there[i], here[i]));
        }
        double range = range(here);
        double share = max == 0 ? 0 : max / (range > 0 ? range : 1);
        double allowed = type.equals("float32") ? limit : 0;
        return new OutputCheck.Difference(max, share, allowed, share <= allowed);
    }

    private static double difference(double a, double b) {
        double difference = Math.abs(a - b);
        if (Double.isNaN(difference)) {
            return Double.compare(a, b) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return difference;
    }

    private static double range(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return finite.length == 0
                ? 0
                : Arrays.stream(finite).max().getAsDouble()
                        - Arrays.stream(finite).min().getAsDouble();
    }

    private static double[] values(String type, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean wide = type.equals("float32") || type.equals("int32");
        double[] values = new double[wide ? bytes.length / Integer.BYTES : bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case "float32" -> buffer.getFloat();
                case "int32" -> buffer.getInt();
                case "uint8" -> Byte.toUnsignedInt(buffer.get());
                default -> buffer.get();
            };
        }
        return values;
    }
}
