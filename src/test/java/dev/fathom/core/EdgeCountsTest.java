package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeCountsTest {
    private static final Protocol PLAIN = Protocols.named("plain", Alignment.NONE);

    /** Seven columns; depth jumps by {@code step} behind column {@code last}. */
    private static DepthMap step(int last, float step) {
        float[] metres = new float[5 * 7];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = i % 7 <= last ? 2 : 2 + step;
        }
        return DepthMap.ofPositive(7, 5, metres);
    }

    private static EdgeCounts count(ScoredPixels pixels, double threshold) {
        return EdgeCounts.of(pixels, List.of(threshold)).get(0);
    }

    @Test
    void aStepIsAnEdgeTwoPixelsWideOfFourTimesItsHeight() {
        ScoredPixels same = PLAIN.scored(step(2, 1), step(2, 1));
        // Rows 1 to 3, columns 2 and 3: the frame has no neighbours on all sides.
        assertEquals(new EdgeCounts(6, 6, 6), count(same, 3.99));
        assertEquals(new EdgeCounts(0, 0, 0), count(same, 4));
    }

    @Test
    void anEdgeOnePixelOffIsHalfFound() {
        EdgeCounts counts = count(PLAIN.scored(step(3, 1), step(2, 1)), 1);
        assertEquals(new EdgeCounts(3, 6, 6), counts);
        assertEquals(0.5, counts.precision());
        assertEquals(0.5, counts.recall());
        assertEquals(0.5, counts.f1());
    }

    @Test
    void aFlatPredictionFindsNothing() {
        EdgeCounts counts = count(PLAIN.scored(step(6, 0), step(2, 1)), 0.25);
        assertEquals(new EdgeCounts(0, 0, 6), counts);
        assertTrue(Double.isNaN(counts.precision()));
        assertEquals(0, counts.recall());
        assertEquals(0, counts.f1());
        EdgeCounts nothing = count(PLAIN.scored(step(2, 1), step(6, 0)), 0.25);
        assertTrue(Double.isNaN(nothing.recall()) && Double.isNaN(nothing.f1()));
    }

    @Test
    void aHoleInTheTruthIsNoEdge() {
        DepthMap truth = step(6, 0);
        truth.metres()[2 * 7 + 3] = 0;
        DepthMap holed = DepthMap.ofPositive(7, 5, truth.metres());
        assertEquals(new EdgeCounts(0, 0, 0), count(PLAIN.scored(step(2, 1), holed), 0.25));
    }

    @Test
    void numpyCountsTheSame() {
        ScoredPixels pixels = PLAIN.scored(Waves.prediction(), Waves.truth());
        EdgeCounts one = count(pixels, 1);
        assertEquals(new EdgeCounts(1480, 1835, 1635), one);
        assertEquals(0.8065395095367848, one.precision(), 1e-15);
        assertEquals(0.9051987767584098, one.recall(), 1e-15);
        assertEquals(0.8530259365994236, one.f1(), 1e-15);
        assertEquals(new EdgeCounts(44, 945, 85), count(pixels, 4));
        assertEquals(List.of(new EdgeCounts(44, 945, 85), one), EdgeCounts.of(pixels, List.of(4.0, 1.0)));
    }
}
