package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.DistillationConfig.TapPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapMatchingTest {
    private final Graph student = Architectures.named("litedepth").build(ImageSize.VGA);
    private final Graph teacher = Architectures.named("resnet18-light").build(ImageSize.VGA);

    @Test
    void withoutConfigurationTheDecoderStagesOfThePaperArePaired() {
        assertEquals(
                List.of(
                        new FeaturePair("decoder/4", "decoder/4", 1),
                        new FeaturePair("decoder/8", "decoder/8", 1),
                        new FeaturePair("decoder/16", "decoder/16", 1)),
                TapMatching.pairs(List.of(), student, teacher, 3));
    }

    @Test
    void configuredPairsReplaceThem() {
        assertEquals(
                List.of(new FeaturePair("encoder/8", "decoder/8", 0.5)),
                TapMatching.pairs(List.of(new TapPair("encoder/8", "decoder/8", 0.5)), student, teacher, 3));
    }

    @Test
    void aStrategyMayTakeTheFinestStageOnly() {
        assertEquals(
                List.of(new FeaturePair("decoder/4", "decoder/4", 1)),
                TapMatching.pairs(List.of(), student, teacher, 1));
    }

    @Test
    void tapsOfDifferentSizeCanBePairedAndUnknownOnesAreRefused() {
        List<TapPair> sizes = List.of(new TapPair("decoder/4", "decoder/8", null));
        assertEquals(
                List.of(new FeaturePair("decoder/4", "decoder/8", 1)), TapMatching.pairs(sizes, student, teacher, 3));
        UserException unknown = assertThrows(
                UserException.class,
                () -> TapMatching.pairs(List.of(new TapPair("decoder/2", "decoder/8", null)), student, teacher, 3));
        assertTrue(unknown.sentence().contains("litedepth has no tap decoder/2. It has encoder/2"), unknown.sentence());
    }

    @Test
    void anAdapterComesWhereChannelsDifferOrThePairIsRefused() {
        // Encoder stages of 24 and 128 channels; the last decoder stages have 24 both.
        List<FeaturePair> pairs =
                List.of(new FeaturePair("decoder/4", "decoder/4", 1), new FeaturePair("encoder/8", "encoder/8", 2));
        List<FeaturePair> adapted = TapMatching.withEqualChannels(pairs, student, teacher, true, 3);
        assertEquals(pairs.get(0), adapted.get(0));
        assertEquals(
                new FeaturePair("encoder/8", "encoder/8", 2, Optional.of(new Adapter("adapter1", 24, 128, 4))),
                adapted.get(1));
        UserException none = assertThrows(
                UserException.class, () -> TapMatching.withEqualChannels(pairs, student, teacher, false, 3));
        assertEquals(
                "The student's tap encoder/8 has 24 channels and the teacher's encoder/8 128. Set distillation.adapter"
                        + " to auto, or pair taps of equal channels.",
                none.sentence());
    }
}
