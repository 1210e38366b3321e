package dev.fathom.data.file;

/** Nested arrays of numbers as one array, last dimension fastest. */
final class Flat {
    private final float[] out;
    private int filled;

    private Flat(int length) {
        out = new float[length];
    }

    /** @throws IllegalArgumentException if the innermost elements are not numbers of a primitive type */
    static float[] floats(Object nested, int[] size) {
        int length = 1;
        for (int side : size) {
            length = Math.multiplyExact(length, side);
        }
        Flat flat = new Flat(length);
        flat.add(nested);
        return flat.out;
    }

    private void add(Object part) {
        if (part instanceof Object[] parts) {
            for (Object inner : parts) {
                add(inner);
            }
        } else if (part instanceof float[] numbers) {
            System.arraycopy(numbers, 0, out, filled, numbers.length);
            filled += numbers.length;
        } else if (part instanceof double[] numbers) {
            for (double number : numbers) {
                out[filled++] = (float) number;
            }
        } else if (part instanceof int[] numbers) {
            for (int number : numbers) {
                out[filled++] = number;
            }
        } else {
            addRare(part);
        }
    }

    private void addRare(Object part) {
        if (part instanceof short[] numbers) {
            for (short number : numbers) {
                out[filled++] = number;
            }
        } else if (part instanceof byte[] numbers) {
            for (byte number : numbers) {
                out[filled++] = number;
            }
        } else if (part instanceof long[] numbers) {
            for (long number : numbers) {
                out[filled++] = number;
            }
        } else {
            throw new IllegalArgumentException(part.getClass() + " is no array of numbers");
        }
    }
}
