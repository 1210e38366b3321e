package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DepthBandsTest {
    private static final Protocol PLAIN = Protocols.named("plain", Alignment.NONE);

    @Test
    void aPixelBelongsToTheBandThatStartsAtOrBelowItsTruth() {
        DepthMap truth = DepthMap.ofPositive(4, 1, new float[] {0.5f, 1, 3, 100});
        DepthMap prediction = DepthMap.ofPositive(4, 1, new float[] {1, 2, 3, 90});
        List<ErrorSums> bands = DepthBands.parse("0, 1,2").sums(PLAIN.scored(prediction, truth));
        assertEquals(List.of(1L, 1L, 2L), bands.stream().map(ErrorSums::pixels).toList());
        assertEquals(0.25, bands.get(0).squares());
        assertEquals(1, bands.get(1).squares());
        assertEquals(100, bands.get(2).squares());
    }

    @Test
    void theBandsTogetherAreTheImage() {
        ScoredPixels pixels = PLAIN.scored(Waves.prediction(), Waves.truth());
        List<ErrorSums> bands = DepthBands.ROOM.sums(pixels);
        assertEquals(
                List.of(0L, 0L, 2228L, 744L, 0L),
                bands.stream().map(ErrorSums::pixels).toList());
        ErrorSums all = bands.stream().reduce(ErrorSums.NONE, ErrorSums::plus);
        assertEquals(pixels.sums().squares(), all.squares(), 1e-9);
        assertEquals(2972 / 3072.0, pixels.share(), 1e-12);
        // numpy's, in double.
        assertEquals(1.095497005183899, bands.get(2).metrics().rmse(), 1e-9);
        assertEquals(0.28984622706709057, bands.get(2).metrics().absRel(), 1e-9);
        assertEquals(0.2738140298188676, bands.get(2).metrics().siRmse(), 1e-9);
        assertEquals(0.994507540661183, bands.get(3).metrics().rmse(), 1e-9);
        assertEquals(0.1913108346382225, bands.get(3).metrics().absRel(), 1e-9);
        assertEquals(0.2403982525529809, bands.get(3).metrics().siRmse(), 1e-9);
    }

    @Test
    void whatDoesNotAscendIsRefused() {
        for (String wrong : List.of("", "1,1", "2,1", "-1,2", "0,inf", "0,NaN", "0,,1", "0-1")) {
            UserException e = assertThrows(UserException.class, () -> DepthBands.parse(wrong), wrong);
            assertTrue(e.sentence().contains("0,1,2,4,8"), e.sentence());
        }
        assertEquals(Double.POSITIVE_INFINITY, DepthBands.parse("0,5").end(1));
    }
}
