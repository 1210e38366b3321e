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
                TapMatching.pairs(List.of(), student, teacher));
    }

    @Test
    void configuredPairsReplaceThem() {
        assertEquals(
                List.of(new FeaturePair("encoder/8", "decoder/8", 0.5)),
                TapMatching.pairs(List.of(new TapPair("encoder/8", "decoder/8", 0.5)), student, teacher));
    }

    @Test
    void pairsOfDifferentSizeAndUnknownTapsAreRefused() {
        UserException size = assertThrows(
                UserException.class,
                () -> TapMatching.pairs(List.of(new TapPair("decoder/4", "decoder/8", null)), student, teacher));
        assertEquals("The student's tap decoder/4 is 32x40 and the teacher's decoder/8 16x20", size.what());
        UserException unknown = assertThrows(
                UserException.class,
                () -> TapMatching.pairs(List.of(new TapPair("decoder/2", "decoder/8", null)), student, teacher));
        assertTrue(unknown.sentence().contains("litedepth has no tap decoder/2. It has encoder/2"), unknown.sentence());
    }
}
