package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.engine.Weights;
import dev.fathom.export.tflite.ModelTensor;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportOptions.Clamp;
import dev.fathom.run.ExportOptions.Depth;
import dev.fathom.run.ExportOptions.Input;
import dev.fathom.run.ExportOptions.Output;
import dev.fathom.run.ExportOptions.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of whole numbers: what they take and give, and that no float is rounded in them. */
class IntegerExportTest {
    private static final int HEIGHT = 480;
    private static final int WIDTH = 640;

    @TempDir
    private Path folder;

    private final float[] picture = TestModels.picture(HEIGHT, WIDTH);
    private Sample sample;

    @BeforeEach
    void writePicture() throws IOException {
        byte[] rgb = new byte[picture.length];
        for (int i = 0; i < rgb.length; i++) {
            picture[i] = Math.min(Math.max(picture[i], 0), 255);
            rgb[i] = (byte) (int) picture[i];
        }
        Path file = folder.resolve("picture.png");
        RgbFile.writePng(file, new RgbImage(WIDTH, HEIGHT, rgb));
        sample = Sample.ofFiles("picture", file, Optional.empty(), 1000);
    }

    private TfliteModel export(String network, ExportFormat format, ExportOptions options) {
        Graph graph = Architectures.named(network).build(ImageSize.VGA);
        Weights weights = TestModels.trainedLike(graph, 7);
        CalibrationPictures one = new CalibrationPictures(List.of(sample), Monitor.NONE);
        ExportedModel model = new Exporter(graph, weights, options).export(format, one, folder.resolve("net.tflite"));
        assertEquals(List.of(), model.delegation().notDelegated());
        assertEquals(1, model.delegation().partitions());
        return model.model();
    }

    private TfliteModel litedepth(Input input, Clamp clamp, Unit unit, Depth depth) {
        return export("litedepth", ExportFormat.INT8, new ExportOptions(input, Output.FULL, clamp, unit, depth));
    }

    private float[] run(TfliteModel model) {
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            return interpreter.run(picture);
        }
    }

    private static void requireForm(ModelTensor tensor, String type, double scale, long zeroPoint) {
        assertEquals(type, tensor.type());
        assertEquals(scale, tensor.quantisation().scale(), 1e-9);
        assertEquals(zeroPoint, tensor.quantisation().zeroPoint());
    }

    @Test
    void picturesOfEveryKindOfNumbersGiveTheSameBits() {
        float[] expected = run(litedepth(Input.FLOAT, null, Unit.M, Depth.FLOAT));
        for (Input input : List.of(Input.UINT8, Input.INT8)) {
            TfliteModel model = litedepth(input, null, Unit.M, Depth.FLOAT);
            requireForm(model.inputs().get(0), input.name(), 1, input == Input.UINT8 ? 0 : -128);
            assertTrue(model.isInteger());
            assertArrayEquals(expected, run(model), input.name());
        }
        TfliteModel usual = export("litedepth", ExportFormat.INT8, ExportOptions.DEFAULT);
        assertEquals("UINT8", usual.inputs().get(0).type());
        assertArrayEquals(expected, run(usual));
    }

    @Test
    void depthInWholeNumbersIsThatOfFloatsWithAScaleInTheUnit() {
        float[] expected = run(litedepth(Input.INT8, null, Unit.MM, Depth.FLOAT));
        for (Depth depth : List.of(Depth.UINT8, Depth.INT8)) {
            TfliteModel model = litedepth(Input.INT8, null, Unit.MM, depth);
            assertEquals(depth.name(), model.outputs().get(0).type());
            assertTrue(model.isInteger());
            assertArrayEquals(expected, run(model), depth.name());
        }
    }

    @Test
    void aClampIsTheRangeOfTheWholeNumbers() {
        float[] metres = run(litedepth(Input.UINT8, null, Unit.M, Depth.FLOAT));
        float high = 0;
        for (float value : metres) {
            high = Math.max(high, value);
        }
        double most = 0.8 * high;
        TfliteModel model = litedepth(Input.UINT8, new Clamp(0.1, most), Unit.MM, Depth.UINT8);
        requireForm(model.outputs().get(0), "UINT8", (float) (1000 * most / 255), 0);
        float[] millimetres = run(model);
        for (int i = 0; i < metres.length; i++) {
            double cut = Math.min(Math.max(metres[i], 0.1), most);
            assertEquals(1000 * cut, millimetres[i], 1000 * most / 255 * 0.51 + 1e-3);
        }
    }

    /** The first ends in a bilinear resize, the second has no first resize and another mean for each channel. */
    @ParameterizedTest
    @ValueSource(strings = {"mobilenet_v2+mff", "mobilenet_v3_small+light"})
    void otherNetworksHaveNoFloatThatIsRoundedEither(String network) {
        ExportOptions bytes = new ExportOptions(Input.UINT8, Output.FULL, null, Unit.M, Depth.UINT8);
        assertTrue(export(network, ExportFormat.INT8, bytes).isInteger());
        assertTrue(export(network, ExportFormat.INT8, ExportOptions.DEFAULT).isInteger());
    }

    @ParameterizedTest
    @ValueSource(strings = {"F32", "F16", "DYNAMIC"})
    void otherFormatsRoundFloatsAndGiveNoOtherDepth(ExportFormat format) {
        assertFalse(export("litedepth", format, ExportOptions.DEFAULT).isInteger());
        ExportOptions whole = new ExportOptions(Input.AUTO, Output.FULL, null, Unit.M, Depth.INT8);
        assertThrows(UserException.class, () -> export("litedepth", format, whole));
    }
}
