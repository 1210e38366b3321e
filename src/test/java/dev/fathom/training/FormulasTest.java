package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.DistillationStrategy;
import dev.fathom.run.Formula;
import dev.fathom.run.Formulas;
import dev.fathom.run.LossConfig;
import dev.fathom.training.losses.DepthLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the descriptions say of losses and strategies is what the arithmetic does. */
class FormulasTest {
    private static DepthLoss loss(String name, String variant, Map<String, Double> parameters) {
        return LossTerms.of(List.of(new LossConfig(name, 1.0, variant, parameters)))
                .get(0)
                .loss();
    }

    private static List<String> variants(Formula formula) {
        return formula.variants().isEmpty()
                ? Arrays.asList((String) null)
                : formula.variants().stream().map(Formula.Variant::name).toList();
    }

    @Test
    void theDescribedConstantsAreThoseOfEveryVariantAndNoneIsIgnored() {
        for (Formula formula : Formulas.LOSSES.all()) {
            for (String variant : variants(formula)) {
                DepthLoss usual = loss(formula.name(), variant, Map.of());
                List<Formula.Parameter> parameters = formula.parametersOf(variant);
                Map<String, Double> described =
                        parameters.stream().collect(Collectors.toMap(p -> p.name(), p -> p.usual()));
                assertEquals(usual, loss(formula.name(), variant, described), formula.name() + " " + variant);
                for (Formula.Parameter p : parameters) {
                    DepthLoss other = loss(formula.name(), variant, Map.of(p.name(), 0.5));
                    assertEquals(false, usual.equals(other), formula.name() + " ignores " + p.name());
                }
            }
        }
    }

    @Test
    void theDescriptionsKnowWhichLossesCanBeNegative() {
        for (Formula formula : Formulas.LOSSES.all()) {
            for (String variant : variants(formula)) {
                assertEquals(
                        loss(formula.name(), variant, Map.of()).canBeNegative(),
                        formula.canBeNegative(variant),
                        formula.name() + " " + variant);
            }
        }
    }

    @Test
    void everyStrategyIsDescribedWithItsUsualWeight() {
        assertEquals(
                Stream.of(DistillationStrategy.values())
                        .map(s -> s.text() + s.usualWeight())
                        .toList(),
                Formulas.STRATEGIES.all().stream()
                        .map(f -> f.name() + f.weight())
                        .toList());
    }
}
