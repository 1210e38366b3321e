package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.hub.Checksum;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.Provenance;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        return StartingWeights.of(graph, config, run.path().getParent(), () -> 4.5, notices::add);
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

    /** torchvision's names and the classifier, as its files have them. */
    @Test
    void theEncoderOfAPretrainedFileIsTakenAndTheRestIsThatOfTheSeed() throws IOException {
        RunConfig plain = tiny.config(1, "resnet18-light", null, null);
        Graph graph = TrainedNetwork.graph(plain.model());
        Map<String, WeightTensor> foreign = new LinkedHashMap<>();
        Weights.initial(graph, 99).tensors().forEach((name, tensor) -> {
            if (name.startsWith("backbone.")) {
                foreign.put(name.substring("backbone.".length()), tensor);
            }
        });
        int encoder = foreign.size();
        foreign.put("fc.weight", new WeightTensor(List.of(2, 512), new float[1024]));
        Path file = folder.resolve("resnet18.safetensors");
        new Weights("torchvision", foreign, Map.of()).write(file);

        RunConfig config = ConfigOverrides.apply(
                new BundledFiles.Text("test", plain.toYaml()), Map.of("model.pretrained", file.toString()));
        Preflight.check(config, folder.resolve("runs"));
        RunFolder run = tiny.create(config);
        assertEquals(RunState.FINISHED, Training.run(run, () -> false, TrainingProgress.silent()));

        Weights start = StartingWeights.of(graph, config, run.path().getParent(), () -> 4.5, notices::add);
        Weights random = Weights.initial(graph, config.seed());
        start.tensors().forEach((name, tensor) -> {
            boolean ofFile = name.startsWith("backbone.");
            float[] wanted =
                    (ofFile ? foreign.get(name.substring("backbone.".length())) : random.tensor(name)).values();
            if (!name.endsWith("conv_depth_1x1.bias")) {
                assertArrayEquals(wanted, tensor.values(), name);
            }
        });
        assertTrue(
                notices.get(0).startsWith(encoder + " of the " + encoder + " tensors of the encoder"), notices.get(0));
        Provenance provenance = Json.readFile(run.provenance(), Provenance.class);
        assertEquals(Checksum.of(file).hex(), provenance.sources().get("model.pretrained"));
    }

    @Test
    void typicalDepthIsTheGeometricMeanOfTheValidPixels() throws IOException {
        // Two thirds of each picture rise from 9 m at the top to 3 m at the bottom, a box at 2 m hides the rest.
        double depth = TypicalDepth.of(DatasetFormats.open(tiny.data()).train());
        assertTrue(depth > 4 && depth < 6, "typical depth " + depth);
        assertEquals(
                depth / 2,
                TypicalDepth.of(DatasetFormats.open(tiny.data(), DataOptions.DEFAULT.withScale(2000))
                        .train()),
                0.01);
    }
}
