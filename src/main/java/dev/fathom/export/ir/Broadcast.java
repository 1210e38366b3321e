package dev.fathom.export.ir;

/** NumPy's rule: shapes are aligned at the last axis, and an axis of 1 repeats. */
final class Broadcast {
    private Broadcast() {}

    static Shape shape(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        Integer[] dims = new Integer[rank];
        for (int i = 1; i <= rank; i++) {
            int left = i <= a.rank() ? a.dim(a.rank() - i) : 1;
            int right = i <= b.rank() ? b.dim(b.rank() - i) : 1;
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException(a + " and " + b + " do not broadcast");
            }
            dims[rank - i] = Math.max(left, right);
        }
        return Shape.of(dims);
    }
}
