package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.FoldBatchNorm;
import dev.fathom.export.pass.FuseActivations;
import dev.fathom.export.pass.Passes;
import dev.fathom.export.quantise.Calibration;
import dev.fathom.export.quantise.FullInteger;
import dev.fathom.export.quantise.SmallWeights;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.export.tflite.TfliteWriter;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.ExportOptions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the formats and the passes together are worth, run in turns on one thread. */
@Tag("slow")
class FormatsPayTest {
    private static final int ROUNDS = 1000;

    private final float[] image = TestModels.picture(480, 640);

    /** A converter folds batch norm and fuses activations too, and leaves the rest as it was written. */
    @Test
    void theExportIsAtLeastSeventyPercentFasterThanAConvertersGraph() {
        LiteGraph plain = lowered("litedepth");
        LiteGraph converted = Passes.apply(List.of(new FoldBatchNorm(), new FuseActivations()), plain);
        double ratio = SpeedRatio.of(converted, Passes.apply(Passes.forFloat(), plain), image, ROUNDS);
        print("litedepth", "as converted, to f32", ratio);
        assertTrue(ratio > 1.7, "only " + ratio + " times faster");
    }

    @ParameterizedTest
    @CsvSource({
        "litedepth, 600, 0.99",
        "fathom-s, 600, 0.98",
        "resnet18-light, 40, 0.6",
        "hu-student, 8, 0.8",
        "wang2021-student, 5, 0.9"
    })
    void wholeNumbersAreFasterThanFloatsAndHalvesNotMuchSlower(String name, int rounds, double most) {
        LiteGraph plain = lowered(name);
        LiteGraph floats = Passes.apply(Passes.forFloat(), plain);
        LiteGraph whole = Passes.apply(Passes.forWhole(), plain);
        double half = ratio(SmallWeights.half(floats), floats, rounds);
        print(name, "f16 to f32", half);
        assertTrue(half < 1.3, "f16 takes " + half);
        print(name, "dynamic to f32", ratio(SmallWeights.dynamic(floats), floats, rounds));
        try (Calibration calibration = new Calibration(whole)) {
            calibration.add(image);
            calibration.allow(0, 255);
            StoredGraph bytes = InputForm.apply(ExportOptions.Input.UINT8, FullInteger.of(whole, calibration.ranges()));
            double ratio = ratio(bytes, floats, rounds);
            print(name, "int8 to f32", ratio);
            assertTrue(ratio < most, "int8 takes " + ratio);
        }
    }

    private static LiteGraph lowered(String name) {
        Graph graph = Architectures.named(name).build(ImageSize.VGA);
        Weights weights = TestModels.trainedLike(graph, 7);
        return new Lowering().lower(graph, weights);
    }

    private double ratio(StoredGraph a, LiteGraph b, int rounds) {
        try (TfliteInterpreter first = load(a);
                TfliteInterpreter second = TestModels.load(b)) {
            first.run(image);
            second.run(image);
            return SpeedRatio.of(first, second, rounds);
        }
    }

    private static TfliteInterpreter load(StoredGraph graph) {
        return new TfliteInterpreter(TfliteModel.of("test.tflite", TfliteWriter.write(graph, "test")), 1);
    }

    private static void print(String network, String what, double ratio) {
        System.out.printf(Locale.ROOT, "%s, %s: %.2f%n", network, what, ratio);
    }
}
