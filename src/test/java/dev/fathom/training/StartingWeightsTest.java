package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthFolder;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingWeightsTest {
    private static final String OUTPUT_BIAS = "decode_head.conv_depth_1x1.bias";
    private static final String STEM = "backbone.timm_model.conv_stem.weight";

    @TempDir
    private Path folder;

    private TinyRuns tiny;
    private final List<String> notices = new ArrayList<>();

    @BeforeEach
    void data() throws IOException {
        tiny = new TinyRuns(folder);
    }

    private Weights start(String initFrom) throws IOException {
        RunConfig config = tiny.config(1, "litedepth", initFrom, null);
        RunFolder run = tiny.create(config);
        Graph graph = TrainedNetwork.graph(config.model());
        return StartingWeights.of(graph, config, run, () -> 4.5, notices::add);
    }

    @Test
    void aNewNetworkIsThatOfTheSeedWithItsOutputAtTheTypicalDepth() throws IOException {
        Weights start = start(null);
        RunConfig config = tiny.config(1);
        Weights random = Weights.initial(TrainedNetwork.graph(config.model()), config.seed());
        assertArrayEquals(random.tensor(STEM).values(), start.tensor(STEM).values());
        assertArrayEquals(new float[] {4.5f}, start.tensor(OUTPUT_BIAS).values());
    }

    @Test
    void aFileWithAPartOfTheTensorsIsCompletedAndThatIsSaid() throws IOException {
        Map<String, WeightTensor> encoder = start(null).tensors().entrySet().stream()
                .filter(e -> e.getKey().startsWith("backbone."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        encoder.get(STEM).values()[0] = 42;
        Path file = folder.resolve("encoder.safetensors");
        new Weights("encoder", encoder, Map.of()).write(file);
        Weights start = start(file.toString());
        assertEquals(42, start.tensor(STEM).values()[0]);
        assertArrayEquals(new float[] {4.5f}, start.tensor(OUTPUT_BIAS).values());
        assertEquals(
                List.of(encoder.size()
                        + " tensors start from encoder.safetensors, the other 10 of litedepth at random"),
                notices);
    }

    @Test
    void aFileOfAnotherNetworkIsRefused() throws IOException {
        Path file = folder.resolve("other.safetensors");
        new Weights("other", Map.of("x", new WeightTensor(List.of(1), new float[1])), Map.of()).write(file);
        assertThrows(UserException.class, () -> start(file.toString()));
        UserException missing = assertThrows(UserException.class, () -> start("nowhere"));
        assertTrue(missing.sentence().contains("model.init_from names nowhere"), missing.sentence());
    }

    @Test
    void typicalDepthIsTheGeometricMeanOfTheValidPixels() throws IOException {
        // Two thirds of each picture rise from 9 m at the top to 3 m at the bottom, a box at 2 m hides the rest.
        double depth = TypicalDepth.of(DepthFolder.open(tiny.data(), 1000).train(), 1000);
        assertTrue(depth > 4 && depth < 6, "typical depth " + depth);
        assertEquals(
                depth / 2, TypicalDepth.of(DepthFolder.open(tiny.data(), 2000).train(), 2000), 0.01);
    }
}
