package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.tflite.TfliteInterpreter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Speed of two graphs of one function, run in turns on one thread. */
final class SpeedRatio {
    /** One-thread inference runs on the calling thread, whose own time other processes do not add to. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private SpeedRatio() {}

    /** Middle of the ratios of a's and b's times, each of two runs one after the other. */
    static double of(LiteGraph a, LiteGraph b, float[] image, int rounds) {
        try (TfliteInterpreter first = TestModels.load(a);
                TfliteInterpreter second = TestModels.load(b)) {
            assertTrue(TestModels.relativeError(first.run(image), second.run(image)) < 1e-5);
            return of(first, second, rounds);
        }
    }

    /** The same for two loaded models with their inputs set, which need not compute the same. */
    static double of(TfliteInterpreter first, TfliteInterpreter second, int rounds) {
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = (double) nanos(first) / nanos(second);
        }
        Arrays.sort(ratios);
        return ratios[rounds / 2];
    }

    private static long nanos(TfliteInterpreter interpreter) {
        long start = CLOCK.getCurrentThreadCpuTime();
        interpreter.invoke();
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
