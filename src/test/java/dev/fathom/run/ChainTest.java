package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {
    private static final String STAGE2 = "litedepth2022-stage2-small";
    private static final String STAGE1 = "litedepth2022-stage1-small";
    private static final String TEACHER = "litedepth2022-teacher-small";

    @TempDir
    Path runs;

    private static RunConfig config(String preset) {
        return ConfigOverrides.apply(
                BundledFiles.PRESETS.find(preset),
                Map.of(
                        "data.folder",
                        "street",
                        "data.split_seed",
                        7,
                        "seed",
                        5,
                        "model.image_height",
                        240,
                        "training.threads",
                        3));
    }

    private static List<String> names(Chain chain) {
        return chain.links().stream().map(link -> link.config().name()).toList();
    }

    @Test
    void theSecondStageComesAfterTheTeacherAndTheFirst() {
        Chain chain = Chain.to(config(STAGE2), Map.of());
        assertEquals(List.of(TEACHER, STAGE1, STAGE2), names(chain));
        assertEquals(config(STAGE2), chain.links().get(2).config());
        assertEquals(
                "resnet18-light",
                chain.planned("preset:" + TEACHER).orElseThrow().architecture());
        assertTrue(chain.planned("some-run").isEmpty());
        assertTrue(Chain.to(config(STAGE1), Map.of()).isSingle());
    }

    @Test
    void whatIsTrainedFirstSeesTheSameDataAndKeepsItsOwnRecipe() {
        RunConfig wanted = config(STAGE2);
        RunConfig teacher = Chain.to(wanted, Map.of()).links().get(0).config();
        assertEquals(wanted.data(), teacher.data());
        assertEquals(240, teacher.model().imageHeight());
        assertEquals(5L, teacher.seed());
        assertEquals(3, teacher.training().threads());
        assertEquals(30, teacher.training().epochs());
        assertEquals(0.01, teacher.optimizer().weightDecay());
    }

    @Test
    void epochsOfWhatIsTrainedFirstCanBeSetAndOfNothingElse() {
        Chain chain = Chain.to(config(STAGE2), Map.of(TEACHER, 2));
        assertEquals(
                List.of(2, 60, 60),
                chain.links().stream().map(l -> l.config().training().epochs()).toList());
        UserException e = assertThrows(UserException.class, () -> Chain.to(config(STAGE2), Map.of("wang2021", 2)));
        assertEquals(STAGE2 + " does not need wang2021. It needs " + TEACHER + ", " + STAGE1 + ".", e.sentence());
    }

    @Test
    void itsRunsNameEachOtherByTheirFolders() {
        List<RunFolder> made = Chain.to(config(STAGE2), Map.of()).create(runs, Clock.systemUTC());
        RunConfig last = made.get(2).readConfig();
        assertEquals(made.get(0).path().toString(), last.distillation().teacher());
        assertEquals(made.get(1).path().toString(), last.model().initFrom());
        assertEquals(List.of(made.get(0).path(), made.get(1).path()), Needs.runs(last, runs));
        assertEquals(List.of(), Needs.presets(last));
        assertTrue(made.stream().allMatch(run -> run.state() == RunState.QUEUED));
    }

    @Test
    void aChosenRunIsNotTrainedAgain() {
        RunConfig config = ConfigOverrides.apply(
                BundledFiles.PRESETS.find(STAGE2), Map.of("data.folder", "street", "distillation.teacher", "/runs/t"));
        assertEquals(List.of(STAGE1, STAGE2), names(Chain.to(config, Map.of())));
    }

    @Test
    void anUnknownPresetIsRefused() {
        RunConfig config = ConfigOverrides.apply(
                BundledFiles.PRESETS.find(STAGE2),
                Map.of("data.folder", "street", "distillation.teacher", "preset:none"));
        UserException e = assertThrows(UserException.class, () -> Chain.to(config, Map.of()));
        assertTrue(e.what().endsWith("needs the preset none, and there is none of that name"), e.what());
    }
}
