package dev.fathom.engine;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that computes with two threads. */
public abstract class TorchTestBase {
    /** Its arrays live until the test ends. */
    protected NDManager manager;

    @BeforeEach
    protected final void openManager() {
        Torch.start(2);
        manager = Torch.newManager();
    }

    @AfterEach
    protected final void closeManager() {
        manager.close();
    }
}
