package dev.fathom.export;

import dev.fathom.core.ImageSize;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Pass;
import dev.fathom.export.pass.Passes;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each pass is worth: the network with all passes against the same without one of them, run in turns. The ratios
 * are printed; that no pass changes the function is asserted.
 */
@Tag("slow")
class PassesPayTest {
    @ParameterizedTest
    @CsvSource({"litedepth, 1000", "resnet18-light, 60"})
    void leavingOutOnePassChangesTheTimeAndNotTheResult(String name, int rounds) {
        Graph graph = Architectures.named(name).build(ImageSize.VGA);
        Weights weights = TestModels.trainedLike(graph, 7);
        LiteGraph plain = new Lowering().lower(graph, weights);
        LiteGraph fast = Passes.apply(Passes.forFloat(), plain);
        float[] image = TestModels.picture(480, 640);
        print(name, "all passes", SpeedRatio.of(fast, plain, image, rounds));
        for (Pass left : Passes.forFloat()) {
            List<Pass> others = new ArrayList<>(Passes.forFloat());
            others.remove(left);
            LiteGraph without = Passes.apply(others, plain);
            print(name, left.name(), SpeedRatio.of(fast, without, image, rounds));
        }
    }

    private static void print(String network, String what, double ratio) {
        System.out.printf(Locale.ROOT, "%s, %s: %.3f of the time without%n", network, what, ratio);
    }
}
