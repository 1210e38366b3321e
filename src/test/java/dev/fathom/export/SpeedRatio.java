package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.tflite.TfliteInterpreter;
import java.util.Arrays;

/** Speed of two graphs of one function, run in turns on one thread. */
final class SpeedRatio {
    private SpeedRatio() {}

    /** Tenth percentile of a's times divided by that of b's. */
    static double of(LiteGraph a, LiteGraph b, float[] image, int rounds) {
        try (TfliteInterpreter first = TestModels.load(a);
                TfliteInterpreter second = TestModels.load(b)) {
            assertTrue(TestModels.relativeError(first.run(image), second.run(image)) < 1e-5);
            long[] firstNanos = new long[rounds];
            long[] secondNanos = new long[rounds];
            for (int i = 0; i < rounds; i++) {
                firstNanos[i] = nanos(first);
                secondNanos[i] = nanos(second);
            }
            return tenth(firstNanos) / tenth(secondNanos);
        }
    }

    private static long nanos(TfliteInterpreter interpreter) {
        long start = System.nanoTime();
        interpreter.invoke();
        return System.nanoTime() - start;
    }

    private static double tenth(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 10];
    }
}
