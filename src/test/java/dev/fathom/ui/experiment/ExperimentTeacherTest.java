package dev.fathom.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.SampleData;
import dev.fathom.run.Workspace;
import dev.fathom.ui.job.RunQueue;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A teacher that is there, and one that is trained first. */
class ExperimentTeacherTest extends ExperimentTestBase {
    private RunFolder run(String architecture, RunState state) throws IOException {
        RunConfig config = Json.parseYaml(
                "name: t\nmodel: {architecture: " + architecture + "}\ndata: {folder: d}\n", RunConfig.class, "test");
        RunFolder folder = RunFolder.create(new Workspace(root).runs(), config, null, Clock.systemUTC());
        folder.update(info -> info.ended(state, Clock.systemUTC().instant(), null));
        return folder;
    }

    @Test
    void aFinishedRunTeachesAndItsTapsAreKnown() throws IOException {
        sound();
        model.set("distillation", Map.of("strategy", "structure_aware"));
        assertEquals("No teacher is chosen. Choose a finished run.", sentence("distillation.teacher"));
        RunFolder teacher = run("resnet18-light", RunState.FINISHED);
        model.refresh();
        model.set("distillation.teacher", teacher.path().toString());
        assertEquals(List.of(), serious());
        assertEquals(
                "resnet18-light", model.factsProperty().get().teacher().value().name());
        Entries two = model.terms().and(Map.of("strategy", "mimicry", "weight", 0.5));
        model.setTerms(
                two.with("structure_aware", "pairs", List.of(Map.of("student", "decoder/2", "teacher", "no"))), null);
        assertTrue(sentence("distillation.pairs").contains("has no tap"));
        model.undo();
        model.setTerms(two, null);
        assertEquals(2, model.config().distillation().terms().size());
        model.setTerms(model.terms().without("structure_aware"), null);
        assertEquals("mimicry", model.config().distillation().strategy());
        assertNull(model.draft().at("distillation.also"));
    }

    private static final String TEACHER = "litedepth2022-teacher-small";

    private void chain() {
        model.loadPreset("litedepth2022-stage2-small");
        model.useData(SampleData.street());
    }

    @Test
    void aPresetThatNeedsATeacherHasItTrainedFirst() {
        chain();
        assertEquals("", model.blockedProperty().get());
        assertTrue(sentence("distillation.teacher").contains("so " + TEACHER + " is trained first"));
        assertTrue(sentence("model.init_from").contains("starts from a run of the stage before"));
        Facts facts = model.factsProperty().get();
        assertEquals("resnet18-light", facts.teacher().value().name());
        assertEquals(2, facts.before().size());
        double own = facts.estimate().orElseThrow().seconds();
        assertTrue(facts.seconds(3).orElseThrow() > 2 * own, "the teacher and the first stage count");
        model.set("distillation.teacher", "preset:none");
        assertTrue(sentence("distillation.teacher").contains("there is no such preset"));
        assertTrue(model.chain().isSingle());
    }

    @Test
    void epochsOfTheTeacherAreSetUndoneAndToldToTheWorker() {
        chain();
        model.setEpochsBefore(TEACHER, 2);
        assertTrue(model.command().endsWith(" --with-needs --epochs-of " + TEACHER + "=2"), model.command());
        double two = model.factsProperty().get().before().get(TEACHER).seconds();
        model.start();
        List<String> arguments = desk.workers().started().get(0).arguments();
        assertEquals(List.of("--later", "--with-needs", "--epochs-of", TEACHER + "=2"), arguments.subList(4, 8));
        model.undo();
        assertTrue(model.command().endsWith(" --with-needs"), model.command());
        assertTrue(model.factsProperty().get().before().get(TEACHER).seconds() > 5 * two);
    }

    @Test
    void allRunsOfAChainAreQueuedInTheirOrder() {
        chain();
        model.start();
        List<RunFolder> made = model.chain().create(new Workspace(root).runs(), Clock.systemUTC());
        List<String> paths = made.stream().map(run -> run.path().toString()).toList();
        JsonNode value = Json.tree(Map.of("value", Map.of("runs", paths), "text", ""));
        desk.workers().started().get(0).end(new WorkerResult.Success(value));
        desk.desk().jobs().update();
        assertEquals(
                List.of("resume", paths.get(0)), desk.workers().started().get(1).arguments());
        assertEquals(
                made.subList(1, 3),
                desk.desk().queue().waiting().stream()
                        .map(RunQueue.Waiting::folder)
                        .toList());
        assertEquals(
                "3 runs are queued, litedepth2022-stage2-small is the last",
                desk.desk().notices().currentProperty().get().what());
    }
}
