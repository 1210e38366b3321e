package dev.fathom.cli;

import dev.fathom.jobs.WorkerMessage;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress in a terminal: one line that is rewritten, or, where the output is a file, now and then a line. */
final class ProgressBar {
    private static final int WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000L;
    /** Short stages follow one another by the dozen; nobody wants a line for each in a log. */
    private static final long LINE_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final boolean interactive;
    private final LongSupplier clock;
    private String stage = "";
    private long lastTenth = -1;
    private long lastDrawn;
    private int drawnLength;

    ProgressBar(PrintStream out, boolean interactive) {
        this(out, interactive, System::nanoTime);
    }

    /** @param clock nanoseconds since some moment */
    ProgressBar(PrintStream out, boolean interactive, LongSupplier clock) {
        this.out = out;
        this.interactive = interactive;
        this.clock = clock;
        this.lastDrawn = clock.getAsLong() - LINE_NANOS;
    }

    synchronized void show(WorkerMessage.Progress p) {
        if (!p.stage().equals(stage)) {
            end();
            stage = p.stage();
            lastTenth = -1;
        }
        if (interactive) {
            draw(p);
        } else {
            line(p);
        }
    }

    private void draw(WorkerMessage.Progress p) {
        long now = clock.getAsLong();
        boolean last = p.total() > 0 && p.done() >= p.total();
        if (!last && now - lastDrawn < REDRAW_NANOS) {
            return;
        }
        lastDrawn = now;
        String text = text(p);
        out.print("\r" + text + " ".repeat(Math.max(0, drawnLength - text.length())));
        out.flush();
        drawnLength = text.length();
    }

    private void line(WorkerMessage.Progress p) {
        long tenth = p.total() > 0 ? 10 * p.done() / p.total() : 0;
        long now = clock.getAsLong();
        if (tenth != lastTenth && now - lastDrawn >= LINE_NANOS) {
            lastTenth = tenth;
            lastDrawn = now;
            out.println(text(p));
        }
    }

    private static String text(WorkerMessage.Progress p) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-28s", p.stage()));
        if (p.total() > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * p.done() / p.total());
            text.append(" [")
                    .append("#".repeat(filled))
                    .append("-".repeat(WIDTH - filled))
                    .append("] ");
            text.append(String.format(Locale.ROOT, "%3d %%", Math.min(100, 100 * p.done() / p.total())));
        }
        if (p.secondsLeft() >= 0) {
            text.append("  ").append(duration(p.secondsLeft())).append(" left");
        }
        if (!p.message().isEmpty()) {
            text.append("  ").append(p.message());
        }
        return text.toString();
    }

    /** Minutes and seconds, with hours where there are any. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        return s >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }

    /** Leaves the line, so that other text starts on its own. */
    synchronized void end() {
        if (drawnLength > 0) {
            out.println();
            drawnLength = 0;
        }
    }
}
