package dev.fathom.ui.base;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** The window's one clock: calls what is registered, at most ten times a second, on the JavaFX thread. */
public final class Pump {
    private static final Duration TICK = Duration.millis(100);
    private static final long NEAR_NANOS = 50_000_000L;

    private final List<Beat> beats = new ArrayList<>();
    private final Timeline timeline = new Timeline(new KeyFrame(TICK, event -> tick()));
    private long ticks;
    private long last = System.nanoTime() - NEAR_NANOS;

    private record Beat(long everyTicks, Runnable action) {}

    public Pump() {
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Calls the action at this period, rounded to tenths of a second. */
    public void every(Duration period, Runnable action) {
        beats.add(new Beat(Math.max(1, Math.round(period.toMillis() / TICK.toMillis())), action));
    }

    private void tick() {
        long now = System.nanoTime();
        // After a late pulse the toolkit calls once for every beat that was missed.
        if (now - last < NEAR_NANOS) {
            return;
        }
        last = now;
        for (Beat beat : beats) {
            if (ticks % beat.everyTicks == 0) {
                beat.action.run();
            }
        }
        ticks++;
    }

    public void start() {
        timeline.play();
    }

    public void stop() {
        timeline.stop();
    }
}
