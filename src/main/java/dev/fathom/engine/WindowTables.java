package dev.fathom.engine;

import dev.fathom.graph.WindowAttention;

/** Numbers of attention in shifted windows that follow from the shapes alone; both as Swin's reference has them. */
final class WindowTables {
    /** What keeps two places apart when it is added to their logit. */
    private static final float APART = -100;

    private WindowTables() {}

    /** For each pair (query, key) of a window's places, row-major, its row in the table of relative positions. */
    static long[] positions(int window) {
        int places = window * window;
        int span = 2 * window - 1;
        long[] index = new long[places * places];
        for (int query = 0; query < places; query++) {
            for (int key = 0; key < places; key++) {
                int rows = query / window - key / window + window - 1;
                int columns = query % window - key % window + window - 1;
                index[query * places + key] = (long) rows * span + columns;
            }
        }
        return index;
    }

    /**
     * What is added to the logits of each window, [windows, places, places]: 0 where both places come from one region of
     * the map that was rolled by the shift, else -100.
     *
     * @param height of the map in whole windows
     * @param width of the map in whole windows
     */
    static float[] mask(WindowAttention op, int height, int width) {
        int side = op.window();
        int places = side * side;
        int across = width / side;
        float[] mask = new float[height / side * across * places * places];
        for (int i = 0; i < mask.length; i++) {
            int window = i / places / places;
            int top = window / across * side;
            int left = window % across * side;
            int query = i / places % places;
            int key = i % places;
            boolean together = region(op, top + query / side, height) == region(op, top + key / side, height)
                    && region(op, left + query % side, width) == region(op, left + key % side, width);
            mask[i] = together ? 0 : APART;
        }
        return mask;
    }

    /** Rows or columns of the rolled map: those before the last window, its first part, and what was rolled round. */
    private static int region(WindowAttention op, int at, int length) {
        if (at < length - op.window()) {
            return 0;
        }
        return at < length - op.shift() ? 1 : 2;
    }
}
