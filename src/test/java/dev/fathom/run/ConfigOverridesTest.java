package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigOverridesTest {
    private final RunConfig plain =
            Json.parseYaml("model: {architecture: litedepth}\ndata: {folder: street}\n", RunConfig.class, "test");

    @Test
    void aDottedPathReplacesOneFieldAndKeepsTheOthers() {
        RunConfig changed = ConfigOverrides.apply(
                plain, Map.of("training.epochs", "3", "data.folder", "other", "augmentation.crops", "[]"));
        assertEquals(3, changed.training().epochs());
        assertEquals("other", changed.data().folder());
        assertEquals(0, changed.augmentation().crops().size());
        assertEquals(plain.optimizer(), changed.optimizer());
    }

    @Test
    void aSectionThatWasAbsentIsMade() {
        RunConfig changed = ConfigOverrides.apply(plain, Map.of("distillation.teacher", "teacher-run"));
        assertEquals("teacher-run", changed.distillation().teacher());
        assertEquals(10.0, changed.distillation().weight());
    }

    @Test
    void aWrongPathOrValueIsNamed() {
        UserException unknown =
                assertThrows(UserException.class, () -> ConfigOverrides.apply(plain, Map.of("training.epoch", "3")));
        assertTrue(unknown.sentence().contains("training.epoch"), unknown.sentence());
        UserException through =
                assertThrows(UserException.class, () -> ConfigOverrides.apply(plain, Map.of("name.first", "x")));
        assertTrue(through.sentence().contains("name.first"), through.sentence());
    }
}
