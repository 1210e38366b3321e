package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportOptions.Clamp;
import dev.fathom.run.ExportOptions.Input;
import dev.fathom.run.ExportOptions.Output;
import dev.fathom.run.ExportOptions.Unit;
import dev.fathom.run.ModelConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.lite.support.metadata.MetadataExtractor;
import org.tensorflow.lite.support.metadata.schema.NormalizationOptions;
import org.tensorflow.lite.support.metadata.schema.TensorMetadata;

/** Each option against the plain file of the same weights. */
class ExportOptionsTest {
    private static final int HEIGHT = 480;
    private static final int WIDTH = 640;

    @TempDir
    private Path folder;

    private final Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
    private final float[] picture = pixels();

    private static float[] pixels() {
        float[] picture = TestModels.picture(HEIGHT, WIDTH);
        for (int i = 0; i < picture.length; i++) {
            picture[i] = Math.min(Math.max(picture[i], 0), 255);
        }
        return picture;
    }

    private TfliteModel export(ExportOptions options) {
        return export(graph, options);
    }

    private TfliteModel export(Graph network, ExportOptions options) {
        Weights weights = TestModels.trainedLike(network, 7);
        CalibrationPictures none = new CalibrationPictures(List.of(), Monitor.NONE);
        ExportedModel model =
                new Exporter(network, weights, options).export(ExportFormat.F32, none, folder.resolve("net.tflite"));
        model.write();
        assertEquals(List.of(), model.delegation().notDelegated());
        assertEquals(1, model.delegation().partitions());
        return model.model();
    }

    private static float[] run(TfliteModel model, float[] picture) {
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            return interpreter.run(picture);
        }
    }

    private float[] plain() {
        return run(export(ExportOptions.DEFAULT), picture);
    }

    @Test
    void bytesGiveTheSameAsFloats() {
        float[] expected = plain();
        for (Input input : List.of(Input.UINT8, Input.INT8)) {
            TfliteModel model = export(new ExportOptions(input, Output.FULL, null, Unit.M));
            assertEquals(input.name(), model.inputs().get(0).type());
            assertArrayEquals(expected, run(model, picture), input.name());
        }
    }

    @Test
    void theNetworksOwnResolutionIsWhatTheFullOneRepeats() {
        float[] full = plain();
        TfliteModel model = export(new ExportOptions(Input.FLOAT, Output.NETWORK, null, Unit.M));
        List<Integer> dims = model.outputs().get(0).dims();
        float[] small = run(model, picture);
        for (int i = 0; i < full.length; i++) {
            int row = i / WIDTH * dims.get(1) / HEIGHT;
            int column = i % WIDTH * dims.get(2) / WIDTH;
            assertEquals(full[i], small[row * dims.get(2) + column], 1e-5 * Math.abs(full[i]));
        }
        assertEquals("depth", model.outputs().get(0).name());
    }

    @Test
    void clampAndUnitAreAppliedInsideTheFile() {
        float[] metres = plain();
        float low = Float.MAX_VALUE;
        float high = 0;
        for (float value : metres) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double min = low + 0.2 * (high - low);
        double max = low + 0.7 * (high - low);
        ExportOptions options = new ExportOptions(Input.FLOAT, Output.FULL, new Clamp(min, max), Unit.MM);
        float[] millimetres = run(export(options), picture);
        float[] expected = metres.clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) (1000 * Math.min(Math.max(metres[i], min), max));
        }
        assertTrue(TestModels.relativeError(expected, millimetres) < 1e-5);
        assertTrue(TestModels.relativeError(
                        new OutputForm(options).expected(metres), new OutputForm(options).metres(millimetres))
                < 1e-5);
    }

    /** The second network ends in a bilinear resize. */
    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "mobilenet_v2+mff"})
    void theScaleCostsNoOperation(String name) {
        Graph network = Architectures.named(name).build(ImageSize.VGA);
        TfliteModel millimetres = export(network, new ExportOptions(Input.FLOAT, Output.FULL, null, Unit.MM));
        TfliteModel metres = export(network, ExportOptions.DEFAULT);
        assertEquals(metres.operatorCounts(), millimetres.operatorCounts());
        float[] expected = run(metres, picture);
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= 1000;
        }
        assertTrue(TestModels.relativeError(expected, run(millimetres, picture)) < 1e-5);
    }

    @Test
    void anotherPictureSizeLeavesTheNetworkInsideAsItWasTrained() {
        ModelConfig config = new ModelConfig("litedepth", HEIGHT, WIDTH, null, null);
        Graph small = PictureSize.graph(config, new ImageSize(240, 320));
        TfliteModel model = export(small, ExportOptions.DEFAULT);
        assertEquals(List.of(1, 240, 320, 3), model.inputs().get(0).dims());
        assertEquals(List.of(1, 240, 320, 1), model.outputs().get(0).dims());
        assertEquals(128, small.shape("normalize").height());
        assertEquals(graph.name(), PictureSize.graph(config, ImageSize.VGA).name());
    }

    @Test
    void aClampThatIsNoRangeIsRefused() {
        assertThrows(UserException.class, () -> new Clamp(3, 2));
        assertThrows(UserException.class, () -> new Clamp(-1, 2));
        assertThrows(UserException.class, () -> new Clamp(Double.NaN, 2));
    }

    @Test
    void otherToolsReadNormalisationAndUnitsFromTheFile() throws IOException {
        export(new ExportOptions(Input.UINT8, Output.FULL, new Clamp(0.5, 8), Unit.MM));
        byte[] bytes = Files.readAllBytes(folder.resolve("net.tflite"));
        MetadataExtractor extractor = new MetadataExtractor(ByteBuffer.wrap(bytes));
        assertTrue(extractor.hasMetadata());
        assertEquals("litedepth", extractor.getModelMetadata().name());
        TensorMetadata image = extractor.getInputTensorMetadata(0);
        assertEquals("image", image.name());
        assertTrue(
                image.description().startsWith("RGB, 0 to 255; inside it is brought to 128x160"), image.description());
        assertTrue(image.description().contains("mean [127.5, 127.5, 127.5]"), image.description());
        NormalizationOptions options =
                (NormalizationOptions) image.processUnits(0).options(new NormalizationOptions());
        assertEquals(0, options.mean(0));
        assertEquals(1, options.std(0));
        TensorMetadata depth = extractor.getOutputTensorMetadata(0);
        assertEquals("depth in millimetres, clamped to 0.5 to 8.0 m", depth.description());
        assertEquals(500, depth.stats().min(0));
        assertEquals(8000, depth.stats().max(0));
        assertEquals(1, extractor.getInputTensorQuantizationParams(0).getScale());
        assertArrayEquals(new int[] {1, HEIGHT, WIDTH, 1}, extractor.getOutputTensorShape(0));
        assertFalse(extractor.getModelMetadata().version().isEmpty());
    }
}
