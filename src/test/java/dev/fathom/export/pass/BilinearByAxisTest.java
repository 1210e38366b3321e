package dev.fathom.export.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.export.TestModels;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilinearByAxisTest {
    @ParameterizedTest
    @CsvSource({
        "BILINEAR, 30, 20",
        "BILINEAR, 4, 3",
        "BILINEAR, 8, 17",
        "BILINEAR_ALIGN_CORNERS, 30, 20",
        "BILINEAR_ALIGN_CORNERS, 4, 3",
        "BILINEAR_ALIGN_CORNERS, 19, 5",
        "BILINEAR_ALIGN_CORNERS, 1, 1"
    })
    void oneChannelIsResizedToTheSameValuesInOnePartition(Resize.Mode mode, int height, int width) {
        LiteGraph before = PassFixture.lowered(resize(1, mode, height, width));
        LiteGraph after = new BilinearByAxis().apply(before);
        assertEquals(
                List.of("RESHAPE", "RESIZE_BILINEAR", "TRANSPOSE", "RESIZE_BILINEAR", "TRANSPOSE", "RESHAPE"),
                PassFixture.codes(after));
        PassFixture.requireSameFunction(before, after);
        try (TfliteInterpreter interpreter = TestModels.load(after)) {
            assertEquals(List.of(), interpreter.delegation().notDelegated());
        }
    }

    @ParameterizedTest
    @CsvSource({"BILINEAR", "BILINEAR_ALIGN_CORNERS"})
    void severalChannelsStayOneOperation(Resize.Mode mode) {
        LiteGraph before = PassFixture.lowered(resize(2, mode, 16, 20));
        assertEquals(List.of("RESIZE_BILINEAR"), PassFixture.codes(new BilinearByAxis().apply(before)));
    }

    private static Graph resize(int channels, Resize.Mode mode, int height, int width) {
        GraphBuilder b = new GraphBuilder("bilinear");
        Tensor x = b.input("x", TensorShape.chw(channels, 8, 5));
        b.output("out", b.resize("up", x, mode, height, width));
        return b.build();
    }
}
