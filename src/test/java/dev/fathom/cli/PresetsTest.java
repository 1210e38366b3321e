package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.network.Architectures;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.Needs;
import dev.fathom.run.RunConfig;
import dev.fathom.study.StudyFile;
import dev.fathom.study.StudyPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PresetsTest {
    private static RunConfig preset(String name) {
        return ConfigOverrides.apply(BundledFiles.PRESETS.find(name), Map.of("data.folder", "street"));
    }

    @TestFactory
    Stream<DynamicTest> everyPresetIsAConfigurationOfANetworkThatExists() {
        return BundledFiles.PRESETS.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    RunConfig config = preset(name);
                    assertEquals(name, config.name());
                    ModelConfig model = config.model();
                    Architectures.named(model.architecture())
                            .build(new ImageSize(model.imageHeight(), model.imageWidth()));
                    PresetSummary summary = PresetSummary.of(name);
                    assertFalse(summary.description().isEmpty());
                    assertFalse(summary.paper().isEmpty(), "every preset names its paper");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyStudyIsAPlanOfNetworksThatExist() {
        return BundledFiles.STUDIES.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    BundledFiles.Text text = BundledFiles.STUDIES.find(name);
                    StudyFile study = Json.parseYaml(text.yaml(), StudyFile.class, text.origin());
                    assertEquals(name, study.name());
                    StudyPlan plan = StudyPlan.of(
                            study,
                            preset -> BundledFiles.PRESETS.find(preset).yaml(),
                            new StudyPlan.Options(Path.of("street"), 1, Map.of()));
                    for (ModelConfig model : plan.models()) {
                        Architectures.named(model.architecture())
                                .build(new ImageSize(model.imageHeight(), model.imageWidth()));
                    }
                }));
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
                "second learns from a teacher. Make it with \"fathom train big --data DIR\" and name its run with"
                        + " --teacher RUN.",
                e.sentence());
    }
}
