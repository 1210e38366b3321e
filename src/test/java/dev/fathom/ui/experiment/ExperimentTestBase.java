package dev.fathom.ui.experiment;

import dev.fathom.run.SampleData;
import dev.fathom.ui.desk.TestDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The form over an empty workspace. */
abstract class ExperimentTestBase {
    @TempDir
    Path root;

    TestDesk desk;
    ExperimentViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(root);
        model = new ExperimentViewModel(desk.desk());
    }

    /** Nothing is looked up, which many edits in a row would wait for. */
    void withoutFacts() {
        model = new ExperimentViewModel(new TestDesk(root, task -> {}).desk());
    }

    static Field field(String path) {
        return Field.at(path).orElseThrow();
    }

    String sentence(String path) {
        return model.problemOf(path).orElseThrow().sentence();
    }

    List<String> serious() {
        return model.problemsProperty().get().stream()
                .filter(Problem::serious)
                .map(Problem::path)
                .toList();
    }

    void sound() {
        model.loadPreset("litedepth2022-stage1-small");
        model.useData(SampleData.street());
    }
}
