package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    private Path folder;

    private RunConfig sound;

    @BeforeEach
    void data() throws IOException {
        sound = new TinyRuns(folder).config(1);
    }

    private RunConfig changed(Map<String, Object> changes) {
        return ConfigOverrides.apply(new BundledFiles.Text("test", sound.toYaml()), changes);
    }

    private String refused(Map<String, Object> changes) {
        RunConfig config = changed(changes);
        return assertThrows(UserException.class, () -> Preflight.check(config, folder.resolve("runs")))
                .sentence();
    }

    private void assertRefused(String field, Object value, String reason) {
        String told = refused(Map.of(field, value));
        assertTrue(told.contains(reason), told);
    }

    @Test
    void aSoundConfigurationPassesAndNothingIsWritten() throws IOException {
        assertEquals(List.of(), Preflight.check(sound, folder.resolve("runs")));
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    @Test
    void whatAWorkerWouldRefuseIsRefusedBefore() {
        assertRefused("model.architecture", "litdepth", "litdepth");
        assertRefused("optimizer.learning_rate", 1e-5, "Set schedule.min_learning_rate to at most 1.0E-5");
        assertRefused("losses", List.of(Map.of("name", "silgo")), "There is no loss called \"silgo\"");
        assertRefused("augmentation.crops", List.of(List.of(1000, 20)), "larger than the image");
        assertRefused("training.batch_size", 7, "The 6 pictures to train on do not make one batch of 7");
        assertRefused("model.pretrained", "timm/nothing", "fathom weights fetch timm/nothing");
        assertRefused("model.init_from", "nowhere", "model.init_from names nowhere");
        assertRefused("data.folder", folder.resolve("none").toString(), "none");
        assertRefused("distillation", Map.of("teacher", "nobody"), "distillation.teacher names nobody");
    }

    @Test
    void whatSpoilsARunWithoutStoppingItIsSaidBefore() throws IOException {
        RunConfig cold =
                changed(Map.of("schedule.warmup_steps", 3, "losses", List.of(Map.of("name", "virtual_normal"))));
        List<String> notices = Preflight.check(cold, folder.resolve("runs"));
        assertTrue(notices.get(0).startsWith("The warm-up of 3 steps is not over in the 3 steps"), notices.get(0));
        assertTrue(notices.get(1).startsWith("data.focal is not set"), notices.get(1));
        assertEquals(2, notices.size());
    }

    @Test
    void aTeacherThatIsStillToBeTrainedIsHeldAgainstItsNetwork() throws IOException {
        RunConfig taught = changed(
                Map.of("distillation", Map.of("teacher", "run:1", "strategy", "l2", "parameters", Map.of("x", 1))));
        ModelConfig teacher = new ModelConfig("resnet18-light", TinyRuns.HEIGHT, TinyRuns.WIDTH, null, null);
        UserException e = assertThrows(
                UserException.class, () -> Preflight.check(taught, folder, reference -> Optional.of(teacher)));
        assertTrue(e.sentence().contains("l2 has no parameter \"x\""), e.sentence());
        Preflight.check(
                changed(Map.of("distillation", Map.of("teacher", "run:1"))), folder, reference -> Optional.of(teacher));
    }

    @Test
    void weightsOfAnotherNetworkThatIsStillToBeTrainedDoNotFit() {
        RunConfig second = changed(Map.of("model.init_from", "run:1"));
        ModelConfig other = new ModelConfig("resnet18-light", TinyRuns.HEIGHT, TinyRuns.WIDTH, null, null);
        UserException e = assertThrows(
                UserException.class, () -> Preflight.check(second, folder, reference -> Optional.of(other)));
        assertTrue(e.sentence().contains("do not fit litedepth"), e.sentence());
    }

    @Test
    void aDistillationThatIsIncompleteInItselfIsAConfigurationError() {
        String told = assertThrows(
                        UserException.class, () -> new DistillationConfig.TapPair("decoder/8", "decoder/8", -1.0))
                .sentence();
        assertEquals("distillation.pairs.weight is -1.0. Set it to 0 or more.", told);
    }
}
