package dev.fathom.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Json;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
    private static final String STUDY =
            """
            name: s
            seeds: [1, 2, 4]
            columns: [si_rmse, parameters]
            base:
              set: {model: {architecture: litedepth}, data: {folder: street}}
            prerequisites:
              - {name: teacher, set: {model.architecture: resnet18-light}}
            rows:
              - {name: alone}
              - {name: "+ a_teacher", set: {distillation: {teacher: run:teacher}}}
            """;

    @TempDir
    Path root;

    private FakeWorkers workers;

    @BeforeEach
    void freshWorkers() {
        workers = new FakeWorkers();
    }

    /** A new process: everything is read from disk again. */
    private Study study(String yaml) {
        StudyFile file = Json.parseYaml(yaml, StudyFile.class, "s.yaml");
        StudyPlan plan = StudyPlan.of(file, name -> "", new StudyPlan.Options(null, 1, Map.of()));
        return new Study(plan, StudyFolder.open(new Workspace(root), file), workers);
    }

    private String file(String name) throws IOException {
        return Files.readString(root.resolve("studies/s").resolve(name));
    }

    @Test
    void everyRunIsTrainedAndEveryShownRunScoredOnce() throws IOException {
        assertTrue(study(STUDY).run());
        assertEquals(
                List.of(
                        "resume teacher",
                        "resume alone, seed 1",
                        "evaluate alone, seed 1",
                        "resume + a_teacher, seed 1",
                        "evaluate + a_teacher, seed 1"),
                workers.done.subList(0, 5));
        assertEquals(1 + 2 * 6, workers.done.size());
        workers.done.clear();
        assertTrue(study(STUDY).run());
        assertEquals(List.of(), workers.done);
    }

    @Test
    void aStoppedStudyGoesOnWhereItWas() throws IOException {
        workers.patience = 4;
        assertFalse(study(STUDY).run());
        assertEquals("resume + a_teacher, seed 1", workers.done.get(3));
        workers.patience = Integer.MAX_VALUE;
        workers.done.clear();
        assertTrue(study(STUDY).run());
        assertEquals("resume + a_teacher, seed 1", workers.done.get(0), "the interrupted run, not a new one");
        assertEquals("evaluate + a_teacher, seed 1", workers.done.get(1));
        try (var runs = Files.list(root.resolve("runs"))) {
            assertEquals(7, runs.count());
        }
    }

    @Test
    void aFailedRunIsShownAndTriedAgainNextTime() throws IOException {
        workers.ending =
                config -> config.seed() == 2 && config.distillation() == null ? RunState.FAILED : RunState.FINISHED;
        assertTrue(study(STUDY).run());
        assertTrue(file("table.md").contains("| alone       | 2 of 3 |"), file("table.md"));
        assertTrue(file("table.md").contains("- alone, seed 2: failed, It went failed"), file("table.md"));
        workers.ending = config -> RunState.FINISHED;
        workers.done.clear();
        assertTrue(study(STUDY).run());
        assertEquals(List.of("resume alone, seed 2", "evaluate alone, seed 2"), workers.done);
    }

    @Test
    void aTrainedTeacherTeachesEvenIfItCannotBeMeasured() throws IOException {
        workers.failing = Set.of("export");
        String shown = STUDY.replace("rows:", "rows:\n  - {name: big, run: teacher}")
                .replace("[si_rmse, parameters]", "[si_rmse, latency]");
        assertTrue(study(shown).run());
        assertTrue(workers.done.contains("evaluate + a_teacher, seed 4"), workers.done.toString());
        assertFalse(workers.done.stream().anyMatch(done -> done.startsWith("latency")), "there is no file to measure");
        assertTrue(file("table.md").contains("- big, seed 1: finished, No export"), file("table.md"));
        workers.failing = Set.of();
        workers.done.clear();
        assertTrue(study(shown).run());
        assertEquals("export teacher", workers.done.get(0));
        assertFalse(file("table.md").contains("No export"), file("table.md"));
    }

    @Test
    void aDivergedRunStaysSoAndWhatNeedsItIsLeftOut() throws IOException {
        workers.ending =
                config -> config.model().architecture().startsWith("resnet") ? RunState.DIVERGED : RunState.FINISHED;
        assertTrue(study(STUDY).run());
        assertEquals(1 + 2 * 3, workers.done.size());
        assertTrue(file("table.md").contains("+ a_teacher, seed 4: blocked, it needs teacher"), file("table.md"));
        workers.done.clear();
        assertTrue(study(STUDY).run());
        assertEquals(List.of(), workers.done);
    }

    @Test
    void anEditedStudyKeepsWhatHasNotChanged() throws IOException {
        assertTrue(study(STUDY).run());
        workers.done.clear();
        assertTrue(
                study(STUDY.replace("run:teacher}", "run:teacher, weight: 1}")).run());
        assertEquals(6, workers.done.size());
        assertTrue(workers.done.stream().allMatch(done -> done.contains("+ a_teacher")), workers.done.toString());
    }

    @Test
    void theTableHasMeanAndSampleDeviation() throws IOException {
        study(STUDY).run();
        // 0.1, 0.2, 0.4: mean 0.7 / 3, squared deviations 0.14 / 3, divided by n - 1 = 2.
        String md = file("table.md");
        assertTrue(md.contains("| + a_teacher | 3 | 0.2333 ± 0.1528 |    387,953 |"), md);
        assertTrue(md.contains("best-by-validation weights on street/val (3 pictures"), md);
        assertTrue(md.contains("Protocol mai: as 50 % of all & more."), md);
        String tex = file("table.tex");
        assertTrue(tex.contains("+ a\\_teacher & 3 & 0.2333 $\\pm$ 0.1528 & 387,953 \\\\"), tex);
        assertTrue(tex.contains("as 50 \\% of all \\& more"), tex);
        List<String> csv = file("table.csv").lines().toList();
        assertEquals("row,seeds,scored,si_rmse_mean,si_rmse_std,parameters_mean,parameters_std", csv.get(0));
        assertTrue(csv.get(2).startsWith("'+ a_teacher,3,3,0.2333333333333333"), csv.get(2));
        assertTrue(csv.get(2).endsWith(",387953,0"), csv.get(2));
        assertEquals(7, file("runs.csv").lines().count());
    }

    @Test
    void latexKeepsEverySpecialCharacter() {
        assertEquals(
                "\\textbackslash{}\\{\\}\\%\\&\\#\\$\\_\\textasciicircum{}\\textasciitilde{}$\\pm$",
                TableText.escaped("\\{}%&#$_^~±"));
    }

    @Test
    void oneValueHasNoDeviation() {
        assertEquals(0.5, Statistic.of(List.of(0.5)).mean());
        assertTrue(Double.isNaN(Statistic.of(List.of(0.5)).std()));
        assertEquals("0.5000", StudyTable.cell(Column.SI_RMSE, Statistic.of(List.of(0.5)), " ± "));
        assertEquals("-", StudyTable.cell(Column.SI_RMSE, Statistic.of(List.of()), " ± "));
    }
}
