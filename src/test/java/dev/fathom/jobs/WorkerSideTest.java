package dev.fathom.jobs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkerSideTest {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch watchEnded = new CountDownLatch(1);

    /** A worker whose parent says these lines and then is gone. */
    private void parentSays(String lines) throws IOException {
        PipedInputStream in = new PipedInputStream() {
            @Override
            public synchronized int read(byte[] b, int off, int len) throws IOException {
                int read = super.read(b, off, len);
                if (read < 0) {
                    watchEnded.countDown();
                }
                return read;
            }
        };
        PipedOutputStream parent = new PipedOutputStream(in);
        WorkerSide.attach(in, new PrintStream(OutputStream.nullOutputStream()), cancelled::countDown);
        parent.write(lines.getBytes(StandardCharsets.UTF_8));
        parent.close();
    }

    private boolean cancelledWithin(long millis) throws InterruptedException {
        return cancelled.await(millis, TimeUnit.MILLISECONDS);
    }

    @Test
    void theDeathOfTheParentIsARequestToStop() throws Exception {
        parentSays("");
        assertTrue(cancelledWithin(10_000));
    }

    @Test
    void aCancelLineIsARequestToStop() throws Exception {
        parentSays("cancel\n");
        assertTrue(cancelledWithin(10_000));
    }

    @Test
    void aDetachedWorkerOutlivesItsParent() throws Exception {
        parentSays("detach\n");
        assertTrue(watchEnded.await(10, TimeUnit.SECONDS));
        assertFalse(cancelledWithin(200));
    }

    @Test
    void aDetachedWorkerCanStillBeCancelled() throws Exception {
        parentSays("detach\ncancel\n");
        assertTrue(cancelledWithin(10_000));
    }
}
