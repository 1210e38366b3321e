package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
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

/** What each pass is worth: the network with all passes against the same without one of them, run in turns. */
@Tag("slow")
class PassesPayTest {
    /** Least gain that is told from noise. */
    private static final double PAYS = 0.99;

    private static final float[] IMAGE = TestModels.picture(480, 640);

    /** Each on a network where it has something to do. */
    @ParameterizedTest
    @CsvSource({
        "fold batch norm, litedepth, 600",
        "fold input scale, litedepth, 600",
        "add the mean by row, litedepth, 600",
        "fuse activations, litedepth, 600",
        "widen before nearest, litedepth, 600",
        "nearest by concatenation, litedepth, 600",
        "bilinear by axis, mobilenet_v2+mff, 60"
    })
    void leavingOutOnePassTakesLongerAndChangesNothing(String pass, String network, int rounds) {
        LiteGraph plain = lowered(network);
        List<Pass> others = new ArrayList<>(Passes.forFloat());
        assertTrue(others.removeIf(p -> p.name().equals(pass)));
        double ratio =
                SpeedRatio.of(Passes.apply(Passes.forFloat(), plain), Passes.apply(others, plain), IMAGE, rounds);
        System.out.printf(Locale.ROOT, "%s, %s: %.3f of the time without%n", network, pass, ratio);
        assertTrue(ratio < PAYS, pass + " does not pay: " + ratio);
    }

    @ParameterizedTest
    @CsvSource({"litedepth, 600, 0.6", "resnet18-light, 40, 0.99", "mobilenet_v2+mff, 40, 0.99"})
    void allPassesTogetherPay(String network, int rounds, double most) {
        LiteGraph plain = lowered(network);
        double ratio = SpeedRatio.of(Passes.apply(Passes.forFloat(), plain), plain, IMAGE, rounds);
        System.out.printf(Locale.ROOT, "%s, all passes: %.3f of the time without%n", network, ratio);
        assertTrue(ratio < most, "the passes do not pay: " + ratio);
    }

    private static LiteGraph lowered(String network) {
        Graph graph = Architectures.named(network).build(ImageSize.VGA);
        return new Lowering().lower(graph, TestModels.trainedLike(graph, 7));
    }
}
