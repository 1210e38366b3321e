package dev.fathom.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Pane;

/**
 * Makes the pages that were not shown yet while nobody does anything in the window, so that they need not be waited for
 * when they are first opened: a step at a time, as each takes about as long as the window may stand still.
 */
final class Preparation {
    /** From the end of one step to the next, so that a late pulse is not made later. */
    private static final long PACE_NANOS = 30_000_000L;

    private static final long QUIET_NANOS = 250_000_000L;

    private final Pane stage;
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private long lastInput = System.nanoTime();
    private long lastStep = lastInput;

    /**
     * @param first what is done before; it is given what to call when it is done
     * @param stage where pages are shown
     */
    Preparation(Consumer<Runnable> first, List<LazyPage> pages, Pane stage) {
        this.stage = stage;
        steps.add(() -> {
            clock.stop();
            first.accept(clock::start);
        });
        for (LazyPage page : pages) {
            steps.add(page::page);
            steps.add(page::begin);
            steps.add(() -> make(page));
            steps.add(() -> rehearse(page));
        }
    }

    void start() {
        clock.start();
    }

    /** For good. */
    void stop() {
        steps.clear();
        clock.stop();
    }

    /** Waits whenever the user does something in this scene. */
    void giveWayTo(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, event -> lastInput = System.nanoTime());
    }

    /** Whether every page is there. */
    boolean done() {
        return steps.isEmpty();
    }

    /** Goes on if the window is quiet. */
    private void pulse() {
        long now = System.nanoTime();
        if (steps.isEmpty()) {
            clock.stop();
        } else if (now - lastInput > QUIET_NANOS && now - lastStep > PACE_NANOS) {
            steps.remove().run();
            lastStep = System.nanoTime();
        }
    }

    private void make(LazyPage page) {
        if (page.makeNext()) {
            steps.addFirst(() -> make(page));
        }
    }

    private void rehearse(LazyPage page) {
        Rehearsal rehearsal = new Rehearsal(page.content(), stage);
        steps.addFirst(() -> goOn(rehearsal));
    }

    private void goOn(Rehearsal rehearsal) {
        if (!rehearsal.goOn()) {
            steps.addFirst(() -> goOn(rehearsal));
        }
    }
}
