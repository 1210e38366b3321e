package dev.fathom.export.quantise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.export.ir.Border;
import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.WithActivation;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightFormTest {
    private static final WithActivation CONV = new WithActivation.Conv2d(1, Border.SAME, Fused.NONE);
    private static final WithActivation DEPTHWISE = new WithActivation.DepthwiseConv2d(1, 1, Border.SAME, Fused.NONE);

    /** Values 1 to 8 with alternating sign. */
    private static Constant counting(Shape shape) {
        return Constant.rounded(shape, i -> i % 2 == 0 ? i + 1 : -i - 1);
    }

    @Test
    void aConvolutionHasAScaleForEachOutputWhichComesFirst() {
        Storage.Whole form = WeightForm.alone(CONV, counting(Shape.of(2, 1, 1, 4)));
        assertEquals(List.of((float) (4 / 127.0), (float) (8 / 127.0)), form.scales());
        assertEquals(0, form.axis());
        assertEquals(0, form.zeroPoint());
        assertEquals(1, form.channel(Shape.of(2, 1, 1, 4), 4));
        assertEquals(-127, form.stored(-8, 1));
        assertEquals(127, form.stored(4, 0));
    }

    @Test
    void aDepthwiseOneForEachChannelWhichComesLast() {
        Storage.Whole form = WeightForm.alone(DEPTHWISE, counting(Shape.of(1, 2, 1, 4)));
        assertEquals(
                List.of((float) (5 / 127.0), (float) (6 / 127.0), (float) (7 / 127.0), (float) (8 / 127.0)),
                form.scales());
        assertEquals(3, form.axis());
        assertEquals(2, form.channel(Shape.of(1, 2, 1, 4), 6));
    }

    @Test
    void aBiasCountsInStepsOfInputTimesWeight() {
        Constant weight = counting(Shape.of(2, 1, 1, 4));
        Storage.Whole form = WeightForm.between(CONV, weight, Constant.vector(2, i -> 1), 0.5, 0.1);
        Storage.Whole bias = WeightForm.bias(form, 0.5);
        assertEquals(Storage.Whole.Type.INT32, bias.type());
        assertEquals(0.5 * 4 / 127, bias.scales().get(0), 1e-9);
        assertEquals(Math.rint(1 / (0.5 * 8 / 127)), bias.stored(1, 1));
    }

    @Test
    void aChannelWithoutWeightsKeepsItsBias() {
        Constant dead = Constant.rounded(Shape.of(1, 1, 1, 4), i -> 0);
        Storage.Whole form = WeightForm.between(CONV, dead, Constant.vector(1, i -> 2), 0.01, 0.1);
        Storage.Whole bias = WeightForm.bias(form, 0.01);
        assertEquals(2, bias.stored(2, 0) * (double) bias.scales().get(0), 1e-6);
        assertTrue(0.01 * form.scale() / 0.1 > 0x1p-32, "XNNPACK refuses smaller factors");
    }
}
