package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReweightingTest {
    private static RunConfig config(String losses) {
        String yaml = "model: {architecture: litedepth}\ndata: {folder: data}\nreweighting: learned\nlosses: " + losses;
        return Json.parseYaml(yaml, RunConfig.class, "a test");
    }

    @Test
    void allLossesOnDepthGetAFactor() {
        RunConfig config = config("[{name: silog}, {name: gradient}]");
        Reweighting found = Reweighting.of(config);
        assertEquals(List.of("silog", "gradient"), found.losses());
    }

    @Test
    void aLossThatCanBeNegativeIsRefused() {
        RunConfig config = config("[{name: silog}, {name: log_l1}]");
        UserException e = assertThrows(UserException.class, () -> Reweighting.of(config));
        assertTrue(e.sentence().startsWith("The weight of log_l1 cannot be learned"), e.sentence());
    }
}
