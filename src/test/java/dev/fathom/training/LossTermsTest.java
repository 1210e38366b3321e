package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.run.LossConfig;
import dev.fathom.training.losses.GradientLoss;
import dev.fathom.training.losses.LossTerm;
import dev.fathom.training.losses.PrintedRobustLoss;
import dev.fathom.training.losses.RobustLoss;
import dev.fathom.training.losses.SiLogLoss;
import dev.fathom.training.losses.VirtualNormalLoss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossTermsTest {

    @Test
    void defaultsAreLiteDepthsConstantsAndTheVariantsThatTrainBetter() {
        List<LossTerm> terms = LossTerms.of(List.of(
                new LossConfig("silog", null, null, null),
                new LossConfig("gradient", 0.25, null, null),
                new LossConfig("robust", 0.6, null, null)));
        assertEquals(
                List.of(
                        new LossTerm("silog", 1, SiLogLoss.LITEDEPTH),
                        new LossTerm("gradient", 0.25, new GradientLoss(GradientLoss.Variant.AS_PUBLISHED)),
                        new LossTerm("robust", 0.6, RobustLoss.LITEDEPTH)),
                terms);
    }

    @Test
    void variantsAndParametersAreTaken() {
        List<LossTerm> terms = LossTerms.of(List.of(
                new LossConfig("silog", null, "bts", Map.of("lambda", 0.5, "alpha", 1.0)),
                new LossConfig("gradient", null, "as_coded", null),
                new LossConfig("robust", null, "as_published", Map.of("c", 3.0))));
        assertEquals(
                new SiLogLoss(SiLogLoss.Variant.BTS, 1, 0.5, 0), terms.get(0).loss());
        assertEquals(
                new GradientLoss(GradientLoss.Variant.AS_CODED), terms.get(1).loss());
        assertEquals(new PrintedRobustLoss(3), terms.get(2).loss());
    }

    @Test
    void whatIsNotKnownIsRefusedWithWhatIs() {
        assertRefused(new LossConfig("sigloss", null, null, null), "Use one of silog, scale_invariant");
        assertRefused(
                new LossConfig("gradient", null, "coded", null), "Use one of as_published, as_coded, masked_mean");
        assertRefused(new LossConfig("silog", null, null, Map.of("lamda", 0.5)), "It knows alpha, lambda, eps");
        assertRefused(new LossConfig("l1", null, "as_coded", null), "has no variants");
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertRefused(new LossConfig("robust", null, null, Map.of("c", 0.0)), "greater than 0");
        assertRefused(new LossConfig("silog", null, null, Map.of("eps", -1e-3)), "of 0 or more");
        assertRefused(new LossConfig("silog", null, null, Map.of("lambda", 1.5)), "from 0 to 1");
        assertRefused(new LossConfig("silog", null, null, Map.of("alpha", Double.POSITIVE_INFINITY)), "greater than 0");
        assertRefused(new LossConfig("scale_invariant", null, null, Map.of("lambda", Double.NaN)), "from 0 to 1");
    }

    @Test
    void aParameterWithoutAValueHasItsDefault() {
        Map<String, Double> nothing = new HashMap<>();
        nothing.put("c", null);
        LossConfig config = new LossConfig("robust", null, null, nothing);
        assertEquals(RobustLoss.LITEDEPTH, LossTerms.of(List.of(config)).get(0).loss());
    }

    @Test
    void virtualNormalsTakeASensibleNumberOfTriplets() {
        assertRefused(
                new LossConfig("virtual_normal", null, null, Map.of("share", 0.0)), "greater than 0 and at most 10");
        assertRefused(new LossConfig("virtual_normal", null, null, Map.of("dropped", 1.0)), "from 0 to less than 1");
        LossConfig original = new LossConfig("virtual_normal", null, "filter_truth", Map.of("share", 0.3));
        assertEquals(
                new VirtualNormalLoss(VirtualNormalLoss.Variant.FILTER_TRUTH, 0.3, 0.25),
                LossTerms.of(List.of(original)).get(0).loss());
    }

    private static void assertRefused(LossConfig config, String remedy) {
        UserException e = assertThrows(UserException.class, () -> LossTerms.of(List.of(config)));
        assertTrue(e.sentence().contains(remedy), e.sentence());
    }

    @Test
    void aLossNamedTwiceIsRefused() {
        LossConfig silog = new LossConfig("silog", null, null, null);
        assertThrows(UserException.class, () -> LossTerms.of(List.of(silog, silog)));
    }
}
