package dev.fathom.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.desk.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run will cost, and how it is started. */
class ExperimentStartTest extends ExperimentTestBase {
    @Test
    void aPresetOnSampleDataIsReadyAndItsCostIsKnown() {
        sound();
        assertEquals("", model.blockedProperty().get());
        Facts facts = model.factsProperty().get();
        assertEquals(387_953, facts.student().value().cost().parameters());
        assertEquals("128x160", facts.student().value().inner().toString());
        int train = facts.data().value().train().size();
        Estimate estimate = facts.estimate().orElseThrow();
        assertEquals(60L * ((train + 15) / 16), estimate.steps());
        assertTrue(estimate.timeRule().contains("rough rule"), estimate.timeRule());
    }

    @Test
    void aPictureThatWouldBeAloneInItsBatchIsNoStepWhereTheNetworkCannotBeTrainedOnOne() {
        sound();
        int train = model.factsProperty().get().data().value().train().size();
        model.set("training.batch_size", train - 1);
        assertEquals(2, stepsPerEpoch());
        model.set("model.architecture", "litedepth@32x32");
        assertEquals(1, stepsPerEpoch());
        long epochs = model.config().training().epochs();
        assertEquals(
                epochs, model.factsProperty().get().estimate().orElseThrow().steps());
    }

    @Test
    void batchesOfOneAreRefusedWhereTheNetworkCannotBeTrainedOnOne() {
        sound();
        model.set("training.batch_size", 1);
        assertEquals(List.of(), serious());
        model.set("model.architecture", "litedepth@32x32");
        assertEquals(List.of("training.batch_size"), serious());
        assertEquals(
                "litedepth@32x32 cannot be trained with one image in a batch. Set it to at least 2.",
                sentence("training.batch_size"));
    }

    private int stepsPerEpoch() {
        return model.factsProperty().get().stepsPerEpoch(model.config()).orElseThrow();
    }

    @Test
    void theWindowsNumberOfThreadsCountsWhereNoneIsSet() {
        sound();
        desk.desk().settings().threadsProperty().set(1);
        assertEquals(1, model.config().training().threads());
        assertEquals("1", model.text(field("training.threads")));
        assertTrue(model.command().endsWith(" --set training.threads=1"), model.command());
        double slow = model.factsProperty().get().estimate().orElseThrow().seconds();
        model.write(field("training.threads"), "4");
        assertEquals(4, model.config().training().threads());
        assertTrue(model.factsProperty().get().estimate().orElseThrow().seconds() < slow);
    }

    @Test
    void timeIsToldFromARunOfTheSameNetwork() throws IOException {
        sound();
        RunFixture past =
                RunFixture.create(new Workspace(root), "past", 3, null, 0).events(3);
        String config = past.folder().readConfig().toYaml();
        Files.writeString(
                past.folder().config(),
                ConfigText.with(
                        config,
                        model.config().model().architecture(),
                        model.config().training().threads()));
        past.state(RunState.FINISHED);
        model.refresh();
        String rule = model.factsProperty().get().estimate().orElseThrow().timeRule();
        assertTrue(rule.contains("as the run past had"), rule);
    }

    @Test
    void startHasTheWorkerCheckTheRunAndQueuesIt() throws IOException {
        sound();
        model.start();
        List<String> arguments = desk.workers().started().get(0).arguments();
        assertEquals(List.of("train", "--later"), List.of(arguments.get(0), arguments.get(4)));
        assertEquals(model.config(), RunConfig.read(Path.of(arguments.get(1))));
        assertEquals("The experiment is being checked", model.blockedProperty().get());
        RunFolder made = RunFolder.create(new Workspace(root).runs(), model.config(), null, Clock.systemUTC());
        JsonNode value =
                Json.tree(Map.of("value", Map.of("runs", List.of(made.path().toString())), "text", ""));
        desk.workers().started().get(0).end(new WorkerResult.Success(value));
        desk.desk().jobs().update();
        assertEquals(
                List.of("resume", made.path().toString()),
                desk.workers().started().get(1).arguments());
        assertEquals("", model.blockedProperty().get());
        desk.desk().notices().currentProperty().get().action().run().run();
        assertEquals(
                made.id(), ((Destination.ShownRun) desk.visited().get(0)).run().id());
    }

    @Test
    void whatTheWorkerRefusesStandsBesideItsFieldUntilTheNextEdit() {
        sound();
        model.start();
        desk.workers()
                .started()
                .get(0)
                .end(new WorkerResult.Failed("model.pretrained names weights of 3 MB", "Fetch them"));
        desk.desk().jobs().update();
        assertEquals("\"Pretrained encoder\" names weights of 3 MB. Fetch them.", sentence("model.pretrained"));
        assertEquals("One thing has to be put right", model.blockedProperty().get());
        model.write(field("seed"), "9");
        assertEquals("", model.blockedProperty().get());
        desk.workers().refuse(new UserException("No memory", "Close programs"));
        model.start();
        assertEquals("", model.blockedProperty().get());
    }
}
