package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.jobs.WorkerMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong(Long.MIN_VALUE / 2);
    private final ProgressBar bar =
            new ProgressBar(new PrintStream(out, true, StandardCharsets.UTF_8), false, now::get);

    private void show(String stage, int done) {
        bar.show(new WorkerMessage.Progress(stage, done, 100, "", -1));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void inAFileShortStagesShareALine() {
        for (int stage = 0; stage < 20; stage++) {
            for (int done = 0; done <= 100; done++) {
                show("Stage " + stage, done);
                now.addAndGet(SECOND / 1000);
            }
        }
        assertEquals(1, lines().size(), lines().toString());
        assertTrue(lines().get(0).startsWith("Stage 0"), lines().toString());
    }

    @Test
    void inAFileALongStageHasALineATenthOfTheWay() {
        for (int done = 0; done <= 100; done++) {
            show("Training", done);
            now.addAndGet(SECOND);
        }
        assertEquals(11, lines().size(), lines().toString());
        assertTrue(lines().get(10).contains("100 %"), lines().toString());
    }
}
