package dev.fathom.engine.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.ParameterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are those of the libraries' state dicts; every tensor here has a length of its own, so a wrong name cannot fit. */
class PretrainedFileTest {
    @TempDir
    Path folder;

    private int length;

    /** An encoder that has the right-hand names, and a file that has the left-hand ones. */
    private PretrainedFile open(String prefix, String... pairs) throws IOException {
        Map<String, WeightTensor> file = new LinkedHashMap<>();
        Map<String, ParameterSpec> encoder = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            List<Integer> dims = List.of(4 * ++length);
            file.put(prefix + pairs[i], new WeightTensor(dims, new float[4 * length]));
            encoder.put(pairs[i + 1], new ParameterSpec("weight", dims, true, new Initializer.Constant(0)));
        }
        file.put(prefix + "head.weight", new WeightTensor(List.of(3), new float[3]));
        file.put(prefix + "attn.relative_position_index", new WeightTensor(List.of(1), new float[1]));
        return open(file, encoder);
    }

    private PretrainedFile open(Map<String, WeightTensor> file, Map<String, ParameterSpec> encoder) throws IOException {
        Path path = folder.resolve("weights.safetensors");
        new Weights("test", file, Map.of()).write(path);
        return PretrainedFile.open(path, "net", encoder);
    }

    private void assertComplete(String library, String prefix, String... pairs) throws IOException {
        PretrainedReport report = open(prefix, pairs).report();
        assertEquals(List.of(), report.missing());
        assertEquals(List.of(), report.misshapen());
        assertEquals(pairs.length / 2, report.matched().size());
        assertEquals(
                List.of(prefix + "head.weight"), report.unexpected(), "buffers that follow from the size are no news");
        assertEquals(library, report.names());
        assertEquals(prefix, report.prefix());
    }

    @Test
    void wrappersAroundTheEncodersOwnNamesAreTakenOff() throws IOException {
        for (String prefix :
                List.of("", "module.", "state_dict.", "backbone.timm_model.", "state_dict.module.backbone.")) {
            assertComplete("the encoder's own", prefix, "conv1.weight", "conv1.weight", "bn1.bias", "bn1.bias");
        }
    }

    @Test
    void timmsMobileNetV3IsTorchvisions() throws IOException {
        assertComplete(
                "timm's MobileNetV3",
                "",
                "conv_stem.weight",
                "features.0.0.weight",
                "bn1.running_var",
                "features.0.1.running_var",
                "blocks.0.0.conv_dw.weight",
                "features.1.block.0.0.weight",
                "blocks.0.0.bn1.weight",
                "features.1.block.0.1.weight",
                "blocks.0.0.se.conv_reduce.weight",
                "features.1.block.1.fc1.weight",
                "blocks.0.0.se.conv_expand.bias",
                "features.1.block.1.fc2.bias",
                "blocks.0.0.conv_pw.weight",
                "features.1.block.2.0.weight",
                "blocks.0.0.bn2.bias",
                "features.1.block.2.1.bias",
                "blocks.1.0.conv_pw.weight",
                "features.2.block.0.0.weight",
                "blocks.1.0.conv_dw.weight",
                "features.2.block.1.0.weight",
                "blocks.1.0.conv_pwl.weight",
                "features.2.block.2.0.weight",
                "blocks.1.0.bn3.weight",
                "features.2.block.2.1.weight",
                "blocks.1.1.conv_pw.weight",
                "features.3.block.0.0.weight",
                "blocks.1.1.bn2.weight",
                "features.3.block.1.1.weight",
                "blocks.1.1.conv_dw.weight",
                "features.3.block.1.0.weight",
                "blocks.1.1.se.conv_reduce.weight",
                "features.3.block.2.fc1.weight",
                "blocks.1.1.conv_pwl.weight",
                "features.3.block.3.0.weight",
                "blocks.2.0.conv.weight",
                "features.4.0.weight",
                "blocks.2.0.bn1.weight",
                "features.4.1.weight");
    }

    @Test
    void timmsMobileNetV2IsTorchvisions() throws IOException {
        assertComplete(
                "timm's MobileNetV2",
                "",
                "conv_stem.weight",
                "features.0.0.weight",
                "blocks.0.0.conv_dw.weight",
                "features.1.conv.0.0.weight",
                "blocks.0.0.bn1.weight",
                "features.1.conv.0.1.weight",
                "blocks.0.0.conv_pw.weight",
                "features.1.conv.1.weight",
                "blocks.0.0.bn2.weight",
                "features.1.conv.2.weight",
                "blocks.1.0.conv_pw.weight",
                "features.2.conv.0.0.weight",
                "blocks.1.0.bn2.weight",
                "features.2.conv.1.1.weight",
                "blocks.1.0.conv_dw.weight",
                "features.2.conv.1.0.weight",
                "blocks.1.0.conv_pwl.weight",
                "features.2.conv.2.weight",
                "blocks.1.0.bn3.weight",
                "features.2.conv.3.weight",
                "conv_head.weight",
                "features.3.0.weight",
                "bn2.weight",
                "features.3.1.weight");
    }

    @Test
    void timmsEfficientNetIsTorchvisions() throws IOException {
        assertComplete(
                "timm's EfficientNet",
                "",
                "conv_stem.weight",
                "features.0.0.weight",
                "blocks.0.0.conv_dw.weight",
                "features.1.0.block.0.0.weight",
                "blocks.0.0.se.conv_reduce.weight",
                "features.1.0.block.1.fc1.weight",
                "blocks.0.0.conv_pw.weight",
                "features.1.0.block.2.0.weight",
                "blocks.1.1.conv_pw.weight",
                "features.2.1.block.0.0.weight",
                "blocks.1.1.conv_dw.weight",
                "features.2.1.block.1.0.weight",
                "blocks.1.1.se.conv_expand.weight",
                "features.2.1.block.2.fc2.weight",
                "blocks.1.1.conv_pwl.weight",
                "features.2.1.block.3.0.weight",
                "conv_head.weight",
                "features.3.0.weight");
    }

    @Test
    void mobileNetV1IsFastDepths() throws IOException {
        assertComplete(
                "FastDepth's ImageNet MobileNet",
                "module.",
                "model.0.0.weight",
                "conv0.0.weight",
                "model.0.1.running_mean",
                "conv0.1.running_mean",
                "model.13.3.weight",
                "conv13.3.weight");
        assertComplete(
                "timm's MobileNetV1",
                "",
                "conv_stem.weight",
                "conv0.0.weight",
                "blocks.0.0.conv_dw.weight",
                "conv1.0.weight",
                "blocks.0.0.bn1.weight",
                "conv1.1.weight",
                "blocks.0.0.conv_pw.weight",
                "conv1.3.weight",
                "blocks.1.0.bn2.weight",
                "conv2.4.weight",
                "blocks.1.0.conv_dw.weight",
                "conv2.0.weight");
    }

    @Test
    void husMobileNetV2IsTorchvisions() throws IOException {
        assertComplete(
                "Hu's MobileNetV2",
                "module.E.",
                "mv2.0.0.weight",
                "features.0.0.weight",
                "mv2.17.conv.3.running_var",
                "features.17.conv.3.running_var",
                "mv2.18.1.bias",
                "features.18.1.bias");
    }

    @Test
    void everySwinIsTheOfficialOne() throws IOException {
        String table = "attn.relative_position_bias_table";
        assertComplete(
                "torchvision's Swin",
                "",
                "features.0.0.weight",
                "patch_embed.proj.weight",
                "features.0.2.bias",
                "patch_embed.norm.bias",
                "features.1.1.norm1.weight",
                "layers.0.blocks.1.norm1.weight",
                "features.1.1.attn.qkv.weight",
                "layers.0.blocks.1.attn.qkv.weight",
                "features.7.0.mlp.0.weight",
                "layers.3.blocks.0.mlp.fc1.weight",
                "features.7.0.mlp.3.weight",
                "layers.3.blocks.0.mlp.fc2.weight",
                "features.5.17." + table,
                "layers.2.blocks.17." + table,
                "features.2.reduction.weight",
                "layers.0.downsample.reduction.weight",
                "features.6.norm.weight",
                "layers.2.downsample.norm.weight");
        assertComplete(
                "timm's Swin",
                "",
                "patch_embed.proj.weight",
                "patch_embed.proj.weight",
                "layers.1.downsample.reduction.weight",
                "layers.0.downsample.reduction.weight",
                "layers.2.downsample.reduction.weight",
                "layers.1.downsample.reduction.weight",
                "layers.3.downsample.norm.weight",
                "layers.2.downsample.norm.weight");
        assertComplete(
                "the mm toolboxes' Swin",
                "backbone.",
                "patch_embed.projection.weight",
                "patch_embed.proj.weight",
                "stages.0.blocks.1.attn.w_msa.relative_position_bias_table",
                "layers.0.blocks.1." + table,
                "stages.0.blocks.1.attn.w_msa.qkv.bias",
                "layers.0.blocks.1.attn.qkv.bias",
                "stages.2.blocks.0.ffn.layers.0.0.weight",
                "layers.2.blocks.0.mlp.fc1.weight",
                "stages.2.blocks.0.ffn.layers.1.weight",
                "layers.2.blocks.0.mlp.fc2.weight",
                "stages.2.blocks.0.norm2.weight",
                "layers.2.blocks.0.norm2.weight",
                "stages.1.downsample.reduction.weight",
                "layers.1.downsample.reduction.weight",
                "norm3.weight",
                "norm3.weight");
    }

    /**
     * Unfold numbers the 4 C inputs of a merging by channel, then row, then column; the official code by column, then
     * row, then channel. With C = 2 the official order in the toolbox's numbers is 0 4, 2 6, 1 5, 3 7.
     */
    @Test
    void aMergingOfTheToolboxesIsBroughtToTheOfficialOrder() throws IOException {
        float[] counted = {0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17};
        Map<String, WeightTensor> file = new LinkedHashMap<>();
        file.put("stages.0.downsample.reduction.weight", new WeightTensor(List.of(2, 8), counted));
        file.put("stages.0.downsample.norm.bias", new WeightTensor(List.of(8), new float[] {0, 1, 2, 3, 4, 5, 6, 7}));
        Map<String, ParameterSpec> encoder = new LinkedHashMap<>();
        Initializer zero = new Initializer.Constant(0);
        encoder.put("layers.0.downsample.reduction.weight", new ParameterSpec("weight", List.of(2, 8), true, zero));
        encoder.put("layers.0.downsample.norm.bias", new ParameterSpec("bias", List.of(8), true, zero));
        Map<String, WeightTensor> read = open(file, encoder).read();
        assertArrayEquals(
                new float[] {0, 4, 2, 6, 1, 5, 3, 7, 10, 14, 12, 16, 11, 15, 13, 17},
                read.get("layers.0.downsample.reduction.weight").values());
        assertArrayEquals(
                new float[] {0, 4, 2, 6, 1, 5, 3, 7},
                read.get("layers.0.downsample.norm.bias").values());
    }

    @Test
    void aFileOfWhichLessThanHalfFitsIsRefusedWithTheReason() throws IOException {
        Map<String, ParameterSpec> encoder = new LinkedHashMap<>();
        Stream.of("a", "b", "c")
                .forEach(name ->
                        encoder.put(name, new ParameterSpec("weight", List.of(2), true, new Initializer.Constant(0))));
        Map<String, WeightTensor> file = new LinkedHashMap<>();
        file.put("a", new WeightTensor(List.of(2), new float[] {5, 6}));
        String lacks = assertThrows(
                        UserException.class, () -> open(file, encoder).requireUsable())
                .sentence();
        assertTrue(lacks.contains("only 1 of the 3 tensors") && lacks.contains("lacks is b"), lacks);
        file.put("c", new WeightTensor(List.of(3), new float[3]));
        String shape = assertThrows(
                        UserException.class, () -> open(file, encoder).requireUsable())
                .sentence();
        assertTrue(shape.contains("c is [3] instead of [2]"), shape);
        file.put("b", new WeightTensor(List.of(2), new float[] {7, 8}));
        PretrainedFile enough = open(file, encoder);
        enough.requireUsable();
        assertEquals(
                List.of("c"),
                enough.report().misshapen().stream()
                        .map(PretrainedReport.Misshapen::name)
                        .toList());
        assertEquals(List.of("a", "b"), enough.read().keySet().stream().sorted().toList());
        assertArrayEquals(new float[] {7, 8}, enough.read().get("b").values());
    }

    @Test
    void pyTorchsOwnFilesAreRefusedWithTheLinesThatConvertThem() throws IOException {
        Path path = Files.writeString(folder.resolve("resnet.pth.tar"), "anything");
        String told = assertThrows(UserException.class, () -> PretrainedFile.open(path, "net", Map.of()))
                .sentence();
        assertTrue(told.contains("torch.load(\"resnet.pth.tar\""), told);
        assertTrue(told.contains("save_file(tensors, \"resnet.safetensors\")\n"), told);
    }
}
