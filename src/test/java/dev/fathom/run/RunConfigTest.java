package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunConfigTest {
    @TempDir
    Path folder;

    private Path yaml(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), text);
    }

    @Test
    void aShortFileGetsLiteDepthsDefaultsAndSurvivesARoundTrip() throws IOException {
        RunConfig config = RunConfig.read(yaml("model: {architecture: litedepth}\ndata: {folder: street}\n"));
        assertEquals("litedepth", config.name());
        assertEquals(4e-3, config.optimizer().learningRate());
        assertEquals(1e-3, config.optimizer().epsilon());
        assertEquals(1500, config.schedule().warmupSteps());
        assertEquals("silog", config.losses().get(0).name());
        assertEquals(config, RunConfig.read(yaml(config.toYaml())));
    }

    @Test
    void aMistypedFieldIsNamedWithTheKnownOnes() throws IOException {
        Path file = yaml("model: {architecture: litedepth}\ndata: {folder: x}\ntraining:\n  epoch: 3\n");
        UserException e = assertThrows(UserException.class, () -> RunConfig.read(file));
        assertTrue(
                e.sentence().contains("training.epoch. Use one of batch_size, checkpoint_every, epochs"), e.sentence());
        assertTrue(!e.sentence().contains("dev.fathom"), e.sentence());
    }

    @Test
    void aWrongValueIsNamedWithItsRemedy() throws IOException {
        Path file = yaml("model: {architecture: litedepth}\ndata: {folder: x}\noptimizer: {learning_rate: -1}\n");
        UserException e = assertThrows(UserException.class, () -> RunConfig.read(file));
        assertTrue(
                e.sentence().contains("optimizer.learning_rate is -1.0. Set it to a number greater than 0"),
                e.sentence());
    }

    @Test
    void aTextWhereANumberBelongsIsNamed() throws IOException {
        Path file = yaml("model: {architecture: litedepth}\ndata: {folder: x}\ntraining: {epochs: many}\n");
        UserException e = assertThrows(UserException.class, () -> RunConfig.read(file));
        assertTrue(e.sentence().contains("the value of training.epochs is not a whole number"), e.sentence());
        Path part = yaml("model: {architecture: litedepth}\ndata: {folder: x}\ntraining: {epochs: 2.7}\n");
        UserException p = assertThrows(UserException.class, () -> RunConfig.read(part));
        assertTrue(p.sentence().contains("the value of training.epochs is not a whole number"), p.sentence());
        Path list = yaml("model: {architecture: litedepth}\ndata: {folder: x}\nlosses: silog\n");
        UserException l = assertThrows(UserException.class, () -> RunConfig.read(list));
        assertTrue(l.sentence().contains("the value of losses is not a list"), l.sentence());
    }

    @Test
    void numbersOfAListAreWrittenSideBySide() {
        RunConfig config = Json.parseYaml(
                "model: {architecture: litedepth}\ndata: {folder: x}\ntags: [a, b]\naugmentation: {crops: [[240, 384]],"
                        + " gamma: [0.9, 1.1]}\n",
                RunConfig.class,
                "test");
        String yaml = config.toYaml();
        assertTrue(yaml.contains("\n  crops:\n  - [240, 384]\n  gamma: [0.9, 1.1]\n"), yaml);
        assertTrue(yaml.contains("\ntags:\n- a\n- b\n"), yaml);
        assertTrue(yaml.contains("losses:\n- name: silog\n"), yaml);
        assertEquals(config, Json.parseYaml(yaml, RunConfig.class, "test"));
    }

    @Test
    void aNewerVersionIsRefused() throws IOException {
        Path file = yaml("schema_version: 2\nmodel: {architecture: litedepth}\ndata: {folder: x}\n");
        UserException e = assertThrows(UserException.class, () -> RunConfig.read(file));
        assertTrue(e.sentence().contains("version 2"), e.sentence());
    }

    @Test
    void aMissingFileIsOneSentence() {
        UserException e = assertThrows(UserException.class, () -> RunConfig.read(folder.resolve("none.yaml")));
        assertTrue(e.sentence().startsWith("There is no file"), e.sentence());
    }

    @Test
    void aFileWithoutFieldsIsOneSentence() throws IOException {
        for (String empty : List.of("", "# nothing yet\n", "---\n", "~", "null\n", "- a\n", "a\n")) {
            Path file = yaml(empty);
            UserException e = assertThrows(UserException.class, () -> RunConfig.read(file), empty);
            assertTrue(e.sentence().startsWith(file + " has no fields with values. Write"), e.sentence());
            UserException tree = assertThrows(UserException.class, () -> Json.yamlTree(empty, "The text"), empty);
            assertTrue(tree.sentence().startsWith("The text has no fields with values. Write"), tree.sentence());
        }
        assertNull(Json.yamlValue("null"), "a field may be set to nothing");
    }

    @Test
    void aFileThatIsNotUtf8IsToldSo() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.writeString(file, "name: Größe\n", StandardCharsets.ISO_8859_1);
        UserException e = assertThrows(UserException.class, () -> RunConfig.read(file));
        assertEquals(
                file + " is not UTF-8 text. If it is a text file, save it again with the encoding UTF-8.",
                e.sentence());
        UserException named = assertThrows(UserException.class, () -> BundledFiles.PRESETS.find(file.toString()));
        assertEquals(e.sentence(), named.sentence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model.image_height | 96000 | model.image_height x model.image_width is 96000x640. Set them to at most 16777216 pixels, such as 4096x4096.",
                "training.threads | 100000 | training.threads is 100000. Set it to a number from 1 to 1024, or to 0 for this machine's cores.",
                "optimizer.beta1 | 1.0 | optimizer.beta1 is 1.0. Set it to a number from 0 to less than 1.",
                "optimizer.beta2 | 1.0 | optimizer.beta2 is 1.0. Set it to a number from 0 to less than 1.",
                "optimizer.beta2 | NaN | optimizer.beta2 is NaN. Set it to a number from 0 to less than 1.",
                "optimizer.epsilon | 1e999 | optimizer.epsilon is Infinity. Set it to a number greater than 0.",
                "schedule.warmup_ratio | NaN | schedule.warmup_ratio is NaN. Set it to a number from 0 to 1.",
                "augmentation.gamma | '[1, 1e999]' | augmentation.gamma is [1.0, Infinity]. Write it as [low, high] with 0 < low <= high.",
                "augmentation.brightness | '[NaN, 1]' | augmentation.brightness is [NaN, 1.0]. Write it as [low, high] with 0 < low <= high.",
                "data.focal | '[500, 1e999]' | data.focal is [500.0, Infinity]. Write the two focal lengths in pixels as [x, y], for example [518.9, 519.5]."
            })
    void aValueWithWhichNothingCanBeTrainedIsRefusedByName(String field, String value, String sentence) {
        RunConfig plain = SmallConfig.of("plain", "street", null);
        UserException e = assertThrows(
                UserException.class, () -> ConfigOverrides.apply(plain, Map.of(field, value)), field + ": " + value);
        assertEquals("In the configuration with --set: " + sentence, e.sentence());
    }

    @Test
    void aBatchThatDoesNotFitIntoAnArrayIsRefused() {
        RunConfig plain = SmallConfig.of("plain", "street", DistillationConfig.by("teacher"));
        RunConfig most = ConfigOverrides.apply(plain, Map.of("training.batch_size", "2330"));
        ConfigRules.requireBatch(most, 5000);
        RunConfig more = ConfigOverrides.apply(most, Map.of("distillation.unlabeled_per_batch", "1"));
        UserException e = assertThrows(UserException.class, () -> ConfigRules.requireBatch(more, 5000));
        assertEquals(
                "training.batch_size is 2330 and distillation.unlabeled_per_batch 1."
                        + " Take at most 2330 images of 480x640 for a batch.",
                e.sentence());
    }
}
