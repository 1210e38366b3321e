package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareMemoryTest {
    @TempDir
    Path root;

    private CompareViewModel model(Settings settings) {
        CompareViewModel model = new CompareViewModel(
                new Workspace(root),
                new JobList(new FakeWorkers(), new Notices()),
                new CurrentThreadTaskExecutor(),
                new Notices());
        CompareMemory.connect(settings, model);
        return model;
    }

    @Test
    void thePageBeginsAsItWasLeft() {
        Settings settings = Settings.load(root.resolve("window.json"));
        CompareViewModel left = model(settings);
        left.panes().setCount(2);
        left.panes().all().get(1).pictureProperty().set(Picture.SIGNED_B);
        Colours colours = new Colours("turbo", new RangeRule(RangeRule.Kind.FIXED, 0.5, 7.25), false, 0.3);
        left.coloursProperty().set(colours);
        left.numbersShownProperty().set(false);
        settings.save();
        CompareViewModel now = model(Settings.load(root.resolve("window.json")));
        assertEquals(2, now.panes().countProperty().get());
        assertEquals(
                Picture.SIGNED_B, now.panes().all().get(1).pictureProperty().get());
        assertEquals(colours, now.coloursProperty().get());
        assertFalse(now.numbersShownProperty().get());
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        Settings settings = Settings.load(root.resolve("window.json"));
        settings.remember("compare.panes", "many");
        settings.remember("compare.colours", "sepia");
        CompareViewModel now = model(settings);
        assertEquals(6, now.panes().countProperty().get());
        assertEquals(Colours.DEFAULT, now.coloursProperty().get());
    }
}
