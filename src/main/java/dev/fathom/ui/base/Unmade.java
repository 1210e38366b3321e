package dev.fathom.ui.base;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * The parts of a page that are still to be made, so that a page that nobody waits for can be made a part at a time
 * without holding the window up.
 */
public final class Unmade {
    private final Deque<Runnable> parts = new ArrayDeque<>();

    /** Parts that are made in this order, after those that were added before. */
    public void add(Runnable... more) {
        Collections.addAll(parts, more);
    }

    /** Makes the next part, if one is left. @return whether one was */
    public boolean makeNext() {
        Runnable next = parts.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }
}
