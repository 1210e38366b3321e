package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.desk.TestDesk;
import dev.fathom.ui.plot.Along;
import dev.fathom.ui.plot.Curves;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsMemoryTest {
    @TempDir
    Path root;

    private RunsViewModel model(Settings settings) {
        RunsViewModel model = new RunsViewModel(new TestDesk(root).desk());
        RunsMemory.connect(settings, model);
        return model;
    }

    @Test
    void thePageBeginsAsItWasLeft() {
        Settings settings = Settings.load(root.resolve("window.json"));
        RunsViewModel left = model(settings);
        left.list().filterProperty().set("tag:kd rmse<0.5");
        left.list().orderProperty().set(RunOrder.RMSE);
        Curves drawn = left.run().curves();
        drawn.alongProperty().set(Along.TIME);
        drawn.smoothingProperty().set(5);
        drawn.logarithmicProperty().set(true);
        drawn.groupProperty().set(CurveGroup.values()[1].name());
        settings.save();
        RunsViewModel now = model(Settings.load(root.resolve("window.json")));
        assertEquals("tag:kd rmse<0.5", now.list().filterProperty().get());
        assertEquals(RunOrder.RMSE, now.list().orderProperty().get());
        Curves again = now.run().curves();
        assertEquals(Along.TIME, again.alongProperty().get());
        assertEquals(5, again.smoothingProperty().get());
        assertTrue(again.logarithmicProperty().get());
        assertEquals(CurveGroup.values()[1].name(), again.groupProperty().get());
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        Settings settings = Settings.load(root.resolve("window.json"));
        settings.remember("runs.order", "BEAUTY");
        settings.remember("runs.smoothing", "-1");
        RunsViewModel now = model(settings);
        assertEquals(RunOrder.NEWEST, now.list().orderProperty().get());
        assertEquals(
                Curves.USUAL_SMOOTHING, now.run().curves().smoothingProperty().get());
    }
}
