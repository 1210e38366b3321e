package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Json;
import dev.fathom.run.Needs;
import dev.fathom.run.OptimizerConfig;
import dev.fathom.run.PresetSummary;
import dev.fathom.run.RunConfig;
import dev.fathom.run.ScheduleConfig;
import dev.fathom.study.StudyFile;
import dev.fathom.study.StudyPlan;
import dev.fathom.training.Preflight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PresetsTest {
    private static final Path STREET = Path.of("sample-data", "street");
    private static final String UNLABELED = STREET.resolve("val").resolve("rgb").toString();
    /** Where the name begins in a reference to the run of a preset. */
    private static final int NEEDED = "preset:".length();

    /** A small preset differs from the full one in nothing but these, besides its name and tags. */
    private static final Map<String, Set<String>> SMALLER = Map.of(
            "litedepth2022-stage1", Set.of("training", "schedule.warmup_steps"),
            "litedepth2022-stage2",
                    Set.of(
                            "training",
                            "schedule.warmup_steps",
                            "model.init_from",
                            "distillation.teacher",
                            "distillation.pairs"),
            "litedepth2022-teacher",
                    Set.of(
                            "training",
                            "schedule.warmup_steps",
                            "schedule.min_learning_rate",
                            "optimizer.learning_rate",
                            "model.architecture"),
            "wang2021",
                    Set.of(
                            "training",
                            "schedule.warmup_steps",
                            "model.architecture",
                            "distillation.teacher",
                            "distillation.weight"),
            "wang2021-teacher", Set.of("training", "schedule.warmup_steps", "model.architecture"),
            "hu2023", Set.of("model.architecture", "optimizer.learning_rate", "distillation.teacher"),
            "hu2023-teacher", Set.of("model.architecture", "optimizer.learning_rate"));

    private static RunConfig preset(String name) {
        return ConfigOverrides.apply(
                BundledFiles.PRESETS.find(name), Map.of("data.folder", STREET.toString(), "data.unlabeled", UNLABELED));
    }

    @TestFactory
    Stream<DynamicTest> everyPresetCouldBegin() {
        return BundledFiles.PRESETS.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    RunConfig config = preset(name);
                    assertEquals(name, config.name());
                    Preflight.check(
                            config,
                            Path.of("runs"),
                            reference -> Optional.of(
                                    preset(reference.substring(NEEDED)).model()));
                    PresetSummary summary = PresetSummary.of(name);
                    assertFalse(summary.description().isEmpty());
                    assertFalse(summary.paper().isEmpty(), "every preset names its paper");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRunOfEveryStudyCouldBegin() {
        return BundledFiles.STUDIES.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    BundledFiles.Text text = BundledFiles.STUDIES.find(name);
                    StudyFile study = Json.parseYaml(text.yaml(), StudyFile.class, text.origin());
                    assertEquals(name, study.name());
                    StudyPlan plan = StudyPlan.of(
                            study,
                            preset -> BundledFiles.PRESETS.find(preset).yaml(),
                            new StudyPlan.Options(STREET, 1, Map.of("data.unlabeled", UNLABELED)));
                    for (RunConfig config : plan.configs()) {
                        Preflight.check(config, Path.of("runs"), plan::planned);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aSmallPresetChangesOnlyWhatItSays() {
        return SMALLER.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> assertEquals(e.getValue(), differences(e.getKey(), e.getKey() + "-small"))));
    }

    /** Dotted names of the fields in which two presets differ; all of {@code training} counts as one. */
    private static Set<String> differences(String one, String other) {
        Map<String, Object> a = fields("", Json.yamlTree(preset(one).toYaml()));
        Map<String, Object> b = fields("", Json.yamlTree(preset(other).toYaml()));
        return a.keySet().stream()
                .filter(field -> !Set.of("name", "tags").contains(field))
                .filter(field -> !Objects.equals(a.get(field), b.get(field)))
                .map(field -> field.startsWith("training.") ? "training" : field)
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> fields(String prefix, Map<?, ?> tree) {
        Map<String, Object> fields = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                fields.putAll(fields(prefix + key + ".", inner));
            } else {
                fields.put(prefix + key, value);
            }
        });
        return fields;
    }

    /** Li et al. 2022 and its code: losses, optimiser, schedule. */
    @Test
    void liteDepthTrainsAsPublished() {
        RunConfig c = preset("litedepth2022-stage1");
        assertEquals(650, c.training().epochs());
        assertEquals(32, c.training().batchSize());
        assertEquals(OptimizerConfig.adam(4e-3, 1e-3, 0.0, 35.0), c.optimizer());
        assertEquals(ScheduleConfig.poly(0.9, 1e-3, 1500, 1e-4), c.schedule());
        assertEquals(
                List.of("silog 1.0", "gradient 0.25", "virtual_normal 2.5", "robust 0.6"),
                c.losses().stream().map(l -> l.name() + " " + l.weight()).toList());
        DistillationConfig d = preset("litedepth2022-stage2").distillation();
        assertEquals("structure_aware", d.strategy());
        assertEquals(10.0, d.weight());
        assertEquals(
                List.of("decoder/4", "decoder/8", "decoder/16"),
                d.pairs().stream().map(DistillationConfig.TapPair::student).toList());
    }

    @Test
    void theIndexNamesEveryFile() throws IOException {
        for (BundledFiles files : List.of(BundledFiles.PRESETS, BundledFiles.STUDIES)) {
            try (Stream<Path> all = Files.list(Path.of("assets", files.folder()))) {
                Set<String> found = all.map(file -> file.getFileName().toString())
                        .filter(file -> !file.equals("index"))
                        .collect(Collectors.toSet());
                Set<String> named =
                        files.names().stream().map(name -> name + ".yaml").collect(Collectors.toSet());
                assertEquals(found, named);
            }
        }
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        UserException e = assertThrows(UserException.class, () -> preset("wang2020"));
        assertTrue(e.sentence().startsWith("There is no file wang2020 and no preset of that name"), e.sentence());
    }

    @Test
    void aPresetThatNeedsARunNamesTheCommandThatMakesIt() {
        RunConfig taught = Json.parseYaml(
                "name: second\nmodel: {architecture: litedepth}\ndata: {folder: x}\n"
                        + "distillation: {teacher: preset:big}\n",
                RunConfig.class,
                "test");
        UserException e = assertThrows(UserException.class, () -> Needs.requireNone(taught));
        assertEquals(
                "second learns from a teacher. Train it too with --with-needs, or make it with \"fathom train big --data"
                        + " DIR\" and name its run with --teacher RUN.",
                e.sentence());
    }
}
