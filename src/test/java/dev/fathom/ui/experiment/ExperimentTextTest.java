package dev.fathom.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.BundledFiles;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.SampleData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form as YAML, as a file and as a command. */
class ExperimentTextTest extends ExperimentTestBase {
    @Test
    void everyPresetSurvivesTheWayToYamlAndBack() {
        withoutFacts();
        for (String name : BundledFiles.PRESETS.names()) {
            model.loadPreset(name);
            Map<String, Object> file =
                    Json.yamlTree(BundledFiles.PRESETS.find(name).yaml());
            String text = model.yaml().textProperty().get();
            assertEquals(file, Json.yamlTree(text), name);
            model.yaml().edit(text + "\n");
            assertEquals("", model.yaml().problemProperty().get(), name);
            assertEquals(file, model.draft().tree(), name);
            Draft whole = model.draft().with("data.folder", "d");
            RunConfig read = Json.parseYaml(whole.yaml(), RunConfig.class, name);
            assertEquals(read, Json.fromTree(whole.tree(), RunConfig.class, name), name);
            assertEquals(List.of(), DraftCheck.of(model.draft()).unreadable(), name);
        }
    }

    @Test
    void whatIsWrittenAsYamlReachesTheFormAndCommentsStay() {
        sound();
        String text = model.yaml().textProperty().get().replace("epochs: 60", "epochs: 3 # short");
        model.yaml().edit(text);
        assertEquals("3", model.text(field("training.epochs")));
        assertEquals(text, model.yaml().textProperty().get());
        model.undo();
        assertEquals("60", model.text(field("training.epochs")));
        assertTrue(model.yaml().textProperty().get().contains("epochs: 60"));
    }

    @Test
    void yamlThatCannotBeReadIsToldWithItsLineAndDoesNotReachTheForm() {
        sound();
        Draft before = model.draft();
        model.yaml().edit("model:\n  architecture: litedepth\ntraining:\n  epoch: 3\n");
        assertEquals(
                "Line 4: The configuration has a field that Fathom does not know: training.epoch.",
                model.yaml().problemProperty().get().split("(?<=epoch\\.) ")[0]);
        assertEquals("The YAML cannot be read", model.blockedProperty().get());
        assertEquals(before, model.draft());
        model.yaml().edit("model: {architecture: litedepth}\ntraining:\n  batch_size: 0\n");
        assertTrue(model.yaml().problemProperty().get().startsWith("Line 3: training.batch_size is 0"));
        model.yaml().edit("model: [\n");
        assertTrue(
                model.yaml().problemProperty().get().contains("line"),
                model.yaml().problemProperty().get());
        model.yaml().edit("model: {architecture: fathom-s}\n");
        assertEquals("", model.yaml().problemProperty().get());
        assertEquals("fathom-s", model.draft().at("model.architecture"));
    }

    @Test
    void aFileIsSavedAndOpenedAgainAndTheCommandLineNamesIt() throws IOException {
        sound();
        String place = " --workspace " + root;
        String whole = "fathom train litedepth2022-stage1-small" + place + " --set 'data.folder=\""
                + SampleData.street() + "\"'";
        assertEquals(whole, model.command());
        model.loadPreset("litedepth2022-stage1-small");
        assertEquals(whole, model.command());
        Path file = root.resolve("my experiment.yaml");
        model.saveFile(file);
        Draft saved = model.draft();
        model.write(field("training.epochs"), "2");
        model.openFile(file);
        assertEquals(saved, model.draft());
        model.write(field("training.epochs"), "2");
        assertEquals("fathom train '" + file + "'" + place + " --set training.epochs=2", model.command());
        model.write(field("tags"), "");
        assertTrue(model.command().startsWith("cat > experiment.yaml <<'END'\n"), model.command());
        Files.writeString(file, "model: {architecture: litedepth}\nextra: 1\n");
        model.openFile(file);
        assertTrue(desk.desk().notices().currentProperty().get().what().contains("does not know: extra"));
    }

    @Test
    void aRunOfTheListIsTheBeginningOfAnother() {
        RunConfig config = Json.parseYaml(
                "model: {architecture: fathom-s}\ndata: {folder: d}\ntraining: {epochs: 4}\n", RunConfig.class, "test");
        model.open(config);
        assertEquals(config, model.config());
        model.undo();
        assertEquals(Draft.EMPTY, model.draft());
    }

    @Test
    void aFileInAnotherEncodingIsToldInOneSentence() throws IOException {
        Path file = root.resolve("latin.yaml");
        Files.write(file, "name: Größe".getBytes(StandardCharsets.ISO_8859_1));
        Edit before = model.edit();
        model.openFile(file);
        assertEquals(
                file + " is not UTF-8 text",
                desk.desk().notices().currentProperty().get().what());
        assertEquals(before, model.edit(), "the form stays as it was");
    }
}
