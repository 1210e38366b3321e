package dev.fathom.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.fathom.core.UserException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The libtorch engine of this process.
 *
 * <p>Grad mode and the script optimiser are switches of each thread, and libtorch turns them on in new ones: every
 * thread that computes calls {@link #start} first.
 */
public final class Torch {
    private static final String NAME = "PyTorch";

    private Torch() {}

    /**
     * Loads libtorch if needed, sets the number of threads an operation uses, and switches gradients off for the
     * calling thread; a gradient collector switches them on while it is open.
     *
     * @param threads at least 1; part of what makes two runs equal bit by bit
     * @throws UserException if libtorch cannot be loaded
     */
    public static void start(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        setIfAbsent("ai.djl.offline", "true");
        // Operations follow one another; a second pool would only compete for the same cores.
        setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
        engine();
        JniUtils.setNumThreads(threads);
        JniUtils.setGradMode(false);
    }

    /** A manager whose arrays live until it is closed. */
    public static NDManager newManager() {
        return engine().newBaseManager(Device.cpu());
    }

    /** Makes what libtorch draws from here on depend on this seed alone. */
    public static void seed(long seed) {
        JniUtils.setSeed(seed);
    }

    /** Runs work that records no gradients on this thread, then restores the mode. */
    public static <T> T noGrad(Supplier<T> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** What a run records about the engine: versions and threads. */
    public static Map<String, String> provenance() {
        Engine engine = engine();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("djl", Engine.getDjlVersion());
        facts.put("libtorch", engine.getVersion());
        facts.put("device", Device.cpu().toString());
        facts.put("threads", String.valueOf(JniUtils.getNumThreads()));
        return facts;
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Engine engine() {
        try {
            return Engine.getEngine(NAME);
        } catch (EngineException e) {
            throw new UserException(
                    "libtorch could not be loaded: " + e.getMessage(),
                    "Check that this system is supported and that the folder ~/.djl.ai can be written, or set"
                            + " DJL_CACHE_DIR to another folder with 500 MB free",
                    e);
        }
    }
}
