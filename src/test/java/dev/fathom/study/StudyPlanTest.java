package dev.fathom.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyPlanTest {
    private static final String BASE =
            """
            name: s
            base:
              set: {model: {architecture: litedepth}, data: {folder: street}, training: {epochs: 10, threads: 2}}
            """;
    private static final String TEACHER =
            """
            prerequisites:
              - name: teacher
                set: {model.architecture: resnet18-light}
            """;

    private static StudyPlan plan(String yaml) {
        StudyFile study = Json.parseYaml(yaml, StudyFile.class, "study.yaml");
        ConfigSource source = name -> "model: {architecture: " + name + "}\ndata: {folder: own}\n";
        return StudyPlan.of(study, source, new StudyPlan.Options(null, 1, Map.of()));
    }

    private static String refused(String yaml) {
        String sentence = assertThrows(UserException.class, () -> plan(yaml)).sentence();
        assertEquals(1, sentence.lines().count(), sentence);
        return sentence;
    }

    private static List<String> labels(StudyPlan plan) {
        return plan.runs().stream().map(PlannedRun::label).toList();
    }

    @Test
    void prerequisitesComeFirstAndRowsAreInterleavedBySeed() {
        StudyPlan plan = plan(
                BASE + TEACHER
                        + """
                seeds: [4, 5]
                rows:
                  - name: alone
                  - name: taught
                    set: {distillation: {teacher: run:teacher}}
                """);
        assertEquals(
                List.of("teacher", "alone, seed 4", "taught, seed 4", "alone, seed 5", "taught, seed 5"), labels(plan));
        assertEquals(List.of(1), plan.runs().get(4).needs());
        assertEquals(4L, plan.runs().get(0).seed());
        assertEquals(
                "/w/teacher",
                plan.runs()
                        .get(2)
                        .config(Map.of(1, Path.of("/w/teacher")))
                        .distillation()
                        .teacher());
    }

    @Test
    void aStageThatRowsShareIsTrainedOnce() {
        StudyPlan plan = plan(
                BASE
                        + """
                rows:
                  - name: a
                    stages:
                      - {name: first, set: {training.epochs: 3}}
                      - {name: second, set: {model.init_from: run:first}}
                  - name: b
                    stages:
                      - {name: first, set: {training: {epochs: 3}}}
                      - {name: second, set: {model.init_from: run:first, optimizer.learning_rate: 1.0e-3}}
                  - name: c
                    set: {model.init_from: run:a/first, optimizer.learning_rate: 1.0e-3}
                """);
        assertEquals(List.of("a, first, seed 1", "a, second, seed 1", "b, second, seed 1"), labels(plan));
        assertEquals(plan.rows().get("b"), plan.rows().get("c"));
        assertEquals(List.of(1), plan.rows().get("b").get(0).needs());
    }

    @Test
    void aPrerequisiteMayBeTrainedForEachSeedAndARowMayShowIt() {
        StudyPlan plan = plan(
                BASE
                        + """
                seeds: [1, 2]
                prerequisites:
                  - {name: first, each_seed: true, set: {training.epochs: 3}}
                rows:
                  - {name: shown, run: first}
                  - {name: next, set: {model.init_from: run:shown}}
                """);
        assertEquals(List.of("first, seed 1", "next, seed 1", "first, seed 2", "next, seed 2"), labels(plan));
        assertEquals(List.of(3), plan.runs().get(3).needs());
        assertEquals(
                List.of(plan.runs().get(0), plan.runs().get(2)), plan.rows().get("shown"));
    }

    @Test
    void settingsMergeFromBaseToStageAndAConfigOfItsOwnStartsAfresh() {
        StudyPlan plan = plan(
                BASE
                        + """
                rows:
                  - name: merged
                    set: {training: {batch_size: 4}}
                    stages:
                      - {name: only, set: {training.validate_every: 2}}
                  - {name: own, config: resnet18-light, set: {training.batch_size: 4}}
                """);
        var merged = plan.runs().get(0).config(Map.of());
        assertEquals(10, merged.training().epochs());
        assertEquals(4, merged.training().batchSize());
        assertEquals(2, merged.training().validateEvery());
        var own = plan.runs().get(1).config(Map.of());
        assertEquals("resnet18-light", own.model().architecture());
        assertEquals("own", own.data().folder());
        assertEquals(100, own.training().epochs());
    }

    @Test
    void theUsersDataAndScaleApplyToEveryRun() {
        StudyFile study = Json.parseYaml(BASE + "rows:\n  - name: a\n", StudyFile.class, "study.yaml");
        StudyPlan.Options options = new StudyPlan.Options(Path.of("/data"), 0.25, Map.of("training.batch_size", 3));
        var config = StudyPlan.of(study, name -> "", options).runs().get(0).config(Map.of());
        assertEquals("/data", config.data().folder());
        assertEquals(3, config.training().epochs());
        assertEquals(3, config.training().batchSize());
        assertEquals(List.of("study", "s"), config.tags());
    }

    @Test
    void eachMistakeIsOneSentence() {
        assertTrue(refused(BASE + "rows:\n  - name: a\n    sets: {}\n").contains("study.yaml, line 6 has a field"));
        assertTrue(refused(BASE + "rows: []\n").contains("The study has no rows"));
        assertTrue(refused(BASE + "rows:\n  - {name: a}\n  - {name: a}\n").contains("\"a\" appears twice"));
        assertTrue(refused(BASE + TEACHER + "rows:\n  - {name: teacher}\n").contains("\"teacher\" appears twice"));
        assertTrue(refused(BASE + TEACHER + "rows:\n  - {name: a}\n").contains("No row uses the prerequisite"));
        assertTrue(refused(BASE + "seeds: [1, 1]\nrows:\n  - {name: a}\n").contains("The seed \"1\" appears twice"));
        assertTrue(refused(BASE + "columns: [delta1]\nrows:\n  - {name: a}\n").contains("no column \"delta1\""));
        assertTrue(refused(BASE + "rows:\n  - {name: a, run: b}\n").contains("refers to run:b"));
        assertTrue(refused(BASE + "rows:\n  - {name: a, set: {model.init_from: run:c}}\n")
                .contains("\"a\" refers to run:c, and there is no such"));
        assertTrue(refused(BASE + "rows:\n  - {name: a, set: {training.epoch: 3}}\n")
                .contains("training.epoch"));
        assertTrue(refused(BASE + "rows:\n  - {name: a, set: {training.epochs: 0}}\n")
                .contains("\"a\" of the study s: training.epochs is 0"));
    }

    @Test
    void aCycleIsTold() {
        String sentence = refused(
                BASE
                        + """
                rows:
                  - {name: a, set: {model.init_from: run:b}}
                  - {name: b, set: {model.init_from: run:a}}
                """);
        assertTrue(sentence.contains("\"a\" needs \"b\" needs \"a\""), sentence);
    }

    @Test
    void rowsThatShowOnlyEachOtherAreRefused() {
        assertTrue(
                refused(BASE + "rows: [{name: a, run: b}, {name: b, run: a}]").contains("which shows itself"));
        assertTrue(refused(BASE + "rows: [{name: a, run: a}]").contains("which shows itself"));
    }

    @Test
    void epochsAreMultipliedOnlyByWhatMakesSense() {
        for (double factor : new double[] {0, -1, Double.NaN, 1e9}) {
            assertThrows(UserException.class, () -> new StudyPlan.Options(null, factor, Map.of()));
        }
    }
}
