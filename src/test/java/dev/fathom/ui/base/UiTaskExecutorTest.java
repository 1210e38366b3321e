package dev.fathom.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class UiTaskExecutorTest {
    private final UiTaskExecutor executor = new UiTaskExecutor();
    private final AtomicInteger written = new AtomicInteger();

    @Start
    void start(Stage window) {
        window.show();
    }

    @Test
    void whatWasAskedForIsDoneBeforeItCloses() {
        for (int i = 0; i < 9; i++) {
            BackgroundTask.run(() -> {
                        Thread.sleep(30);
                        written.incrementAndGet();
                    })
                    .executeWith(executor);
        }
        executor.close();
        assertEquals(9, written.get());
        BackgroundTask.run(written::incrementAndGet).executeWith(executor);
        assertEquals(9, written.get(), "nothing comes after that");
    }

    @Test
    void whatTakesLongIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        BackgroundTask.run(() -> {
                    try {
                        Thread.sleep(Duration.ofMinutes(5).toMillis());
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                })
                .executeWith(executor);
        assertFalse(interrupted.await(50, TimeUnit.MILLISECONDS));
        executor.close();
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }
}
