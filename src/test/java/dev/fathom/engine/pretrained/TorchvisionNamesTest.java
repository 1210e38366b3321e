package dev.fathom.engine.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.ImageSize;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole state dicts of torchvision 0.14, classifiers included: the resources list each tensor's name and shape as the
 * library gives them, without the counters of batch norms. Only headers matter, so the files hold no values.
 */
class TorchvisionNamesTest {
    @TempDir
    Path folder;

    /** What no feature is computed from is left over: the head, with the convolutions that only widen for it. */
    @ParameterizedTest
    @CsvSource({
        "resnet18, the encoder's own, fc\\..*",
        "resnet34, the encoder's own, fc\\..*",
        "resnet50, the encoder's own, fc\\..*",
        "resnet101, the encoder's own, fc\\..*",
        "mobilenet_v2, the encoder's own, (features\\.17|features\\.18|classifier)\\..*",
        "mobilenet_v3_small, the encoder's own, (features\\.12|classifier)\\..*",
        "mobilenet_v3_large, the encoder's own, (features\\.16|classifier)\\..*",
        "efficientnet_b0, the encoder's own, (features\\.8|classifier)\\..*",
        "efficientnet_b7, the encoder's own, (features\\.8|classifier)\\..*"
    })
    void everyTensorBeforeTheHeadIsTheEncoders(String encoder, String library, String head) throws IOException {
        PretrainedReport report = report(encoder, encoder + "+xian@128x160");
        assertEquals(List.of(), report.missing());
        assertEquals(List.of(), report.misshapen());
        assertEquals(library, report.names());
        assertTrue(report.unexpected().stream().allMatch(name -> name.matches(head)), report.toString());
    }

    /**
     * A classification file has one norm after the last stage and the encoder one after each. That norm was trained for
     * the classifier, so it does not stand in for the last of the four, which all begin at ones and zeros.
     */
    @ParameterizedTest
    @CsvSource({"swin_t, swin_t+mff@128x160", "swin_b, swin_b+mff@128x160"})
    void aSwinForClassificationLacksTheNormsOfTheStages(String file, String network) throws IOException {
        PretrainedReport report = report(file, network);
        assertEquals(
                List.of(
                        "norm0.bias",
                        "norm0.weight",
                        "norm1.bias",
                        "norm1.weight",
                        "norm2.bias",
                        "norm2.weight",
                        "norm3.bias",
                        "norm3.weight"),
                report.missing().stream().sorted().toList());
        assertEquals(List.of(), report.misshapen());
        assertEquals("torchvision's Swin", report.names());
        assertEquals(List.of("norm.weight", "norm.bias", "head.weight", "head.bias"), report.unexpected());
    }

    private PretrainedReport report(String list, String network) throws IOException {
        Architecture architecture = Architectures.named(network);
        return PretrainedFile.open(
                        file(list),
                        architecture.name(),
                        PretrainedFile.encoder(architecture, architecture.build(ImageSize.VGA)))
                .report();
    }

    /** A safetensors file with the listed tensors; its data is a hole. */
    private Path file(String list) throws IOException {
        ObjectNode header = new ObjectMapper().createObjectNode();
        long end = 0;
        for (String line : lines(list)) {
            String[] words = line.split(" ", -1);
            ObjectNode tensor = header.putObject(words[0]).put("dtype", "F32");
            long begin = end;
            long elements = 1;
            for (String side : words[1].isEmpty() ? new String[0] : words[1].split("x")) {
                tensor.withArray("shape").add(Integer.parseInt(side));
                elements *= Integer.parseInt(side);
            }
            end = begin + elements * Float.BYTES;
            tensor.putArray("data_offsets").add(begin).add(end);
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        Path path = folder.resolve(list + ".safetensors");
        try (RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw")) {
            out.writeLong(Long.reverseBytes(text.length));
            out.write(text);
            out.setLength(Long.BYTES + text.length + end);
        }
        return path;
    }

    private static List<String> lines(String list) throws IOException {
        InputStream packed = TorchvisionNamesTest.class.getResourceAsStream(list + ".txt.gz");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(packed, list)), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }
}
