package dev.fathom.export.ir;

import java.util.Collections;
import java.util.List;

/** How the numbers of a tensor are kept in the file. */
public sealed interface Storage {

    /** Numbers as they are, or rounded to sixteen bits. */
    enum Real implements Storage {
        FLOAT32,
        FLOAT16
    }

    /**
     * Whole numbers that stand for {@code scale * (stored - zeroPoint)}.
     *
     * @param scales one for all, or one for each place along the axis
     * @param axis along which the scales differ
     */
    record Whole(Type type, List<Float> scales, int zeroPoint, int axis) implements Storage {
        /** Which whole numbers there are. */
        public enum Type {
            INT8(Byte.MIN_VALUE, Byte.MAX_VALUE),
            UINT8(0, 255),
            INT32(Integer.MIN_VALUE, Integer.MAX_VALUE);

            private final int least;
            private final int most;

            Type(int least, int most) {
                this.least = least;
                this.most = most;
            }
        }

        public Whole {
            scales = List.copyOf(scales);
            if (scales.isEmpty() || scales.stream().anyMatch(s -> !(s > 0) || s.isInfinite())) {
                throw new IllegalArgumentException("scales " + scales);
            }
        }

        /** One scale for the whole tensor. */
        public Whole(Type type, double scale, int zeroPoint) {
            this(type, Collections.singletonList((float) scale), zeroPoint, 0);
        }

        /** The first, and often only, scale. */
        public double scale() {
            return scales.get(0);
        }

        /** The nearest whole number that there is. */
        public int stored(double value, int channel) {
            double whole = Math.rint(value / scales.get(channel)) + zeroPoint;
            return (int) Math.min(Math.max(whole, type.least), type.most);
        }

        /** The place along the axis of a value with a row-major index; 0 if there is one scale. */
        public int channel(Shape shape, int index) {
            if (scales.size() == 1) {
                return 0;
            }
            int inner = 1;
            for (int i = axis + 1; i < shape.rank(); i++) {
                inner *= shape.dim(i);
            }
            return index / inner % shape.dim(axis);
        }
    }
}
