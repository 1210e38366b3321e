package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.cli.CommandLineFront;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study with real workers: two rows, two seeds, one epoch each. */
@Tag("slow")
class StudyRunsTest {
    @TempDir
    Path root;

    @Test
    void twoRowsWithTwoSeedsMakeATable() throws IOException {
        TinyRuns tiny = new TinyRuns(root);
        Files.writeString(root.resolve("tiny.yaml"), tiny.config(1).toYaml());
        Path study = Files.writeString(
                root.resolve("study.yaml"),
                """
                name: two
                seeds: [1, 2]
                columns: [si_rmse, parameters, macs]
                base: {config: tiny.yaml}
                rows:
                  - {name: alone}
                  - {name: again, set: {model.init_from: run:alone}}
                """);
        String[] words = {
            "study", study.toString(), "--out", root.resolve("out").toString()
        };
        assertEquals(0, CommandLineFront.run(words));
        Path folder = root.resolve("out/studies/two");
        List<String> rows = Files.readAllLines(folder.resolve("table.csv"));
        assertTrue(rows.get(1).startsWith("alone,2,2,0."), rows.get(1));
        assertTrue(rows.get(2).startsWith("again,2,2,0."), rows.get(2));
        assertTrue(rows.get(2).contains(",387953,0,"), rows.get(2));
        assertTrue(Files.readString(folder.resolve("table.md")).contains("(3 pictures"));
    }
}
