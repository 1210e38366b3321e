package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.SampleData;
import dev.fathom.ui.desk.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {
    @TempDir
    Path root;

    private TestDesk desk;
    private StartViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(root);
        model = new StartViewModel(desk.desk());
    }

    private Recipe recipe(String name) {
        return model.recipes().stream()
                .filter(recipe -> recipe.preset().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePresetsForACpuAreOffered() {
        assertEquals(Recipe.QUICKSTART, model.recipes().get(0));
        assertTrue(model.recipes().contains(recipe("litedepth2022-stage1-small")));
        assertTrue(model.recipes().stream().noneMatch(r -> r.preset().equals("litedepth2022-stage2")));
        assertTrue(recipe("wang2021-small").description().endsWith("Its teacher is trained first."));
    }

    @Test
    void whatAPresetNeedsIsTrainedFirst() {
        model.recipeProperty().set(recipe("wang2021-small"));
        model.start();
        RunFolder teacher = RunFolder.open(
                Path.of(desk.workers().started().get(0).arguments().get(1)));
        assertEquals("wang2021-teacher-small", teacher.info().name());
        RunFolder student = desk.desk().queue().waiting().get(0).folder();
        assertEquals(
                teacher.path().toString(), student.readConfig().distillation().teacher());
    }

    @Test
    void aPresetBecomesARunOfTheQueueOnTheSampleData() {
        desk.desk().settings().threadsProperty().set(3);
        model.recipeProperty().set(recipe("wang2021-teacher-small"));
        model.start();
        List<String> arguments = desk.workers().started().get(0).arguments();
        assertEquals("resume", arguments.get(0));
        RunConfig config = RunFolder.open(Path.of(arguments.get(1))).readConfig();
        assertEquals("wang2021-teacher-small", config.name());
        assertEquals(SampleData.street().toString(), config.data().folder());
        assertEquals(3, config.training().threads());
    }

    @Test
    void aFolderOfOnesOwnIsAskedForAndRemembered() throws IOException {
        assertFalse(model.chooseData(), "cancelled");
        Path own = Files.createDirectory(root.resolve("own"));
        desk.pick(own);
        assertTrue(model.chooseData());
        model.start();
        assertEquals(
                List.of("quickstart", "--out", root.toString(), "--data", own.toString()),
                desk.workers().started().get(0).arguments());
        assertEquals(own.toString(), desk.desk().settings().recall("start.data", ""));
    }
}
