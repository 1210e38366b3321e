package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineFrontTest extends CommandTestBase {
    @TempDir
    Path folder;

    @Test
    void describesLitedepthForMachines() throws IOException {
        assertEquals(0, run("describe", "litedepth", "--json"));
        JsonNode d = json();
        assertEquals(387_953, d.get("parameters").asInt());
        assertEquals(372_440, d.at("/encoder/parameters").asInt());
        assertEquals(15_513, d.at("/decoder/parameters").asInt());
        assertEquals(26_735_360, d.get("macs").asLong());
        assertEquals("[24,32,40]", d.at("/taps/8/shape").toString());
        assertEquals("decoder/4", d.at("/taps/8/name").asText());
        List<String> names = d.get("state_dict").findValuesAsText("name");
        assertEquals("backbone.timm_model.conv_stem.weight", names.get(0));
        assertTrue(names.contains("backbone.timm_model.blocks.1.0.conv_pwl.weight"));
        assertTrue(names.contains("decode_head.conv_list.1.convA.conv.bias"));
    }

    @Test
    void describesTheTeacherForMachines() throws IOException {
        assertEquals(0, run("describe", "resnet18-light", "--json"));
        assertEquals(11_176_512, json().at("/encoder/parameters").asInt());
        assertEquals("backbone.", json().get("encoder_prefix").asText());
    }

    @Test
    void listsNetworksAndTheirPartsForMachines() throws IOException {
        assertEquals(0, run("models", "--json"));
        JsonNode listing = json();
        assertEquals("litedepth", listing.at("/models/0/name").asText());
        assertEquals(387_953, listing.at("/models/0/parameters").asInt());
        assertEquals("128x160", listing.at("/models/0/inner_size").asText());
        assertTrue(listing.get("encoders").findValuesAsText("name").contains("resnet18"));
        assertEquals("light", listing.at("/decoders/0/name").asText());
        assertEquals("[4,8,16,32]", listing.at("/decoders/0/strides").toString());
    }

    @Test
    void aPathThatTheSystemRefusesIsOneSentence() {
        assertEquals(2, run("data", "check", "a\0b"));
        assertTrue(errors().contains("\"a?b\" cannot be the name of a file here. Use a name of plain"), errors());
        assertEquals(1, run("train", "a\0b.yaml"));
        assertTrue(errors().contains("\"a?b.yaml\" cannot be the name of a file here. Use a name of plain"), errors());
    }

    @Test
    void listsTheFormatsOfDataSets() throws IOException {
        assertEquals(0, run("data", "formats", "--json"));
        assertEquals(
                "rgb.txt and depth.txt of \"TIME PATH\", or associations.txt of both",
                json().get("tum").asText());
        assertEquals(17, json().size());
    }

    @Test
    void describesCompositions() throws IOException {
        assertEquals(0, run("describe", "mobilenet_v1+nnconv5@64x96", "--json"));
        assertEquals("64x96", json().get("inner_size").asText());
        assertEquals("", json().get("encoder_prefix").asText());
        assertEquals(3_206_976, json().at("/encoder/parameters").asInt());
        assertEquals(753_954, json().at("/decoder/parameters").asInt());
    }

    @Test
    void wrongUseIsOneSentenceAndCodeTwo() {
        assertEquals(2, run("describe"));
        assertEquals(1, errors().lines().count(), errors());
        assertEquals(2, run("fly"));
        assertTrue(errors().endsWith("Try \"fathom --help\"."), errors());
        assertEquals(2, run("data"));
    }

    @Test
    void aValueThatAnOptionCannotHaveIsWrongUseToo() {
        for (String[] option : new String[][] {
            {"--format", "f31"},
            {"--size", "99999x99999"},
            {"--size", "wide"},
            {"--clamp", "3:2"},
            {"--clamp", "much"},
            {"--unit", "feet"},
            {"--calibration", "0"},
            {"--depth", "int8"}
        }) {
            assertEquals(2, run("export", "no-run", option[0], option[1]), option[0] + " " + option[1]);
        }
        assertEquals(2, run("export", "no-run", "--size", "99999x99999"));
        assertTrue(errors().contains("99999x99999 is too large"), errors());
        assertEquals(2, run("devices", "--seconds", "0"));
        assertFalse(errors().contains("Exception"), errors());
    }

    @Test
    void failedWorkIsOneSentenceAndCodeOne() {
        assertEquals(1, run("describe", "litedepht"));
        assertTrue(
                errors().startsWith(
                                "fathom: There is no network called \"litedepht\". Use one of litedepth, litedepth-teacher, "),
                errors());
        assertTrue(errors().endsWith("or compose one as ENCODER+DECODER@HxW; \"fathom models\" lists the parts."));
        assertEquals(1, run("resume", "nothing", "--workspace", folder.toString()));
        assertFalse(errors().contains("Exception"), errors());
    }

    @Test
    void anUnknownNetworkLeavesNoRunFolderBehind() throws IOException {
        Path config = Files.writeString(
                folder.resolve("c.yaml"), "model: {architecture: litedepht}\ndata: {folder: nowhere}\n");
        assertEquals(1, run("train", config.toString(), "--workspace", folder.toString()));
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    @Test
    void aTrainingForLaterIsCheckedAndWaitsInItsFolder() throws IOException {
        Path config = Files.writeString(
                folder.resolve("c.yaml"), "model: {architecture: litedepth}\ntraining: {epochs: 1, batch_size: 2}\n");
        String data = "sample-data/street";
        assertEquals(
                0,
                run("train", config.toString(), "--data", data, "--workspace", folder.toString(), "--later", "--json"));
        RunFolder made = RunFolder.open(Path.of(json().get("run").asText()));
        assertEquals(RunState.QUEUED, made.state());
        assertTrue(json().at("/notices/0").asText().startsWith("The warm-up of 1500 steps"));
    }

    @Test
    void aWholeChainIsCheckedAndPreparedInOneGo() throws IOException {
        List<String> words = List.of("train", "litedepth2022-stage2-small", "--data", "sample-data/street");
        List<String> more =
                List.of("--workspace", folder.toString(), "--later", "--with-needs", "--json", "--epochs-of");
        String teacher = "litedepth2022-teacher-small";
        assertEquals(
                0,
                run(Stream.of(words, more, List.of(teacher + "=2"))
                        .flatMap(List::stream)
                        .toArray(String[]::new)));
        List<RunFolder> made = new ArrayList<>();
        json().get("runs").forEach(path -> made.add(RunFolder.open(Path.of(path.asText()))));
        assertEquals(3, made.size());
        assertEquals(2, made.get(0).readConfig().training().epochs());
        assertEquals(
                made.get(0).path().toString(),
                made.get(2).readConfig().distillation().teacher());
        assertEquals(json().get("run").asText(), made.get(2).path().toString());
    }

    @Test
    void anEmptyWorkspaceSaysHowToBegin() {
        assertEquals(0, run("runs", "--workspace", folder.toString()));
        assertTrue(text().contains("fathom quickstart"));
    }
}
