package dev.fathom.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.desk.TestDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftMemoryTest {
    @TempDir
    Path root;

    private TestDesk desk;

    private ExperimentViewModel window() {
        desk = new TestDesk(root);
        ExperimentViewModel model = new ExperimentViewModel(desk.desk());
        DraftMemory.connect(desk.desk(), model);
        return model;
    }

    @Test
    void theNextWindowShowsTheFormAsItWasLeft() {
        ExperimentViewModel first = window();
        first.loadPreset("litedepth2022-stage2-small");
        first.set("training.epochs", 7);
        first.set("optimizer.learning_rate", 2.5e-4);
        first.setEpochsBefore("litedepth2022-teacher-small", 3);
        ExperimentViewModel second = window();
        assertEquals(first.edit(), second.edit());
        assertEquals(first.command(), second.command(), "what was changed of which preset");
        second.undo();
        assertEquals(Edit.FIRST, second.edit(), "the form can still be emptied");
        assertEquals(Edit.FIRST, window().edit(), "and then stays empty");
    }

    @Test
    void theLastChangeIsWrittenThoughTheWindowClosesAtOnce() throws Exception {
        List<BackgroundTask<?>> waiting = new ArrayList<>();
        desk = new TestDesk(root, waiting::add);
        ExperimentViewModel model = new ExperimentViewModel(desk.desk());
        DraftMemory memory = DraftMemory.connect(desk.desk(), model);
        model.set("training.epochs", 7);
        model.set("training.epochs", 8);
        memory.close();
        assertEquals(model.edit(), window().edit());
        for (BackgroundTask<?> late : List.copyOf(waiting)) {
            late.perform();
        }
        assertEquals(model.edit(), window().edit(), "no older one comes after it");
    }

    @Test
    void aFormThatNobodyChangedIsNotWritten() {
        ExperimentViewModel model = new ExperimentViewModel(new TestDesk(root).desk());
        DraftMemory.connect(new TestDesk(root).desk(), model).close();
        assertFalse(Files.exists(root.resolve("experiment.json")));
    }

    @Test
    void whatIsOpenedMeanwhileIsNotOverwritten() {
        window().set("training.epochs", 7);
        desk = new TestDesk(root);
        ExperimentViewModel model = new ExperimentViewModel(desk.desk());
        model.loadPreset("litedepth2022-stage1-small");
        Edit opened = model.edit();
        DraftMemory.connect(desk.desk(), model);
        assertEquals(opened, model.edit());
    }

    @Test
    void aDamagedFileIsToldOfAndTheFormIsEmpty() throws Exception {
        ExperimentViewModel model = null;
        for (String damaged : List.of("{\"draft\": 3", "", "{}", "{\"draft\": {}, \"origin\": \"\", \"base\": {}}")) {
            Files.writeString(root.resolve("experiment.json"), damaged);
            model = window();
            assertEquals(Edit.FIRST, model.edit(), damaged);
            assertTrue(desk.desk().notices().history().get(0).notice().what().contains("experiment.json"), damaged);
        }
        model.set("training.epochs", 7);
        assertTrue(Files.readString(root.resolve("experiment.json")).contains("7"));
    }
}
