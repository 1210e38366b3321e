package dev.fathom.core;

import java.util.SplittableRandom;

/**
 * Numbers of which a few are asked for by their rank, such as the median. They are not sorted for that: each question
 * divides the part in which the answer lies until nothing else is left there (Hoare, "Algorithm 65: FIND", 1961), about
 * three looks at each number in all. Not for several threads at once.
 */
public final class OrderStatistics {
    private static final long SEED = 1;

    private final float[] values;
    private final int count;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /**
     * @param values in any order and without NaN, which are reordered
     * @param count how many of them count, from the first on
     */
    public OrderStatistics(float[] values, int count) {
        if (count < 0 || count > values.length) {
            throw new IllegalArgumentException(count + " of " + values.length + " numbers");
        }
        this.values = values;
        this.count = count;
    }

    /** The metres of the valid pixels. */
    public static OrderStatistics of(DepthMap depth) {
        float[] metres = depth.metres();
        float[] valid = new float[depth.valid().count()];
        int n = 0;
        for (int i = 0; i < metres.length; i++) {
            if (depth.valid().get(i)) {
                valid[n++] = metres[i];
            }
        }
        return new OrderStatistics(valid, n);
    }

    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The one that this share of the others does not exceed, to the nearest rank: 0 the least, 1 the greatest. */
    public float atShare(double share) {
        return at((int) Math.round(share * (count - 1)));
    }

    /**
     * The one that would have this place if all were sorted.
     *
     * @param rank 0 for the least
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public float at(int rank) {
        if (rank < 0 || rank >= count) {
            throw new IndexOutOfBoundsException("rank " + rank + " of " + count);
        }
        int first = 0;
        int last = count - 1;
        while (first < last) {
            // Any place, as pictures have slopes on which a fixed one would be the worst.
            float pivot = values[random.nextInt(first, last + 1)];
            int left = first;
            int right = last;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    swap(left++, right--);
                }
            }
            if (rank <= right) {
                last = right;
            } else if (rank >= left) {
                first = left;
            } else {
                return pivot;
            }
        }
        return values[rank];
    }

    private void swap(int one, int other) {
        float kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
