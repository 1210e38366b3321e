package dev.fathom.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.SampleData;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.job.RunQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentViewModelTest {
    @TempDir
    Path root;

    private ExperimentDesk office;
    private ExperimentViewModel model;

    @BeforeEach
    void open() {
        office = new ExperimentDesk(root);
        model = new ExperimentViewModel(office.desk);
    }

    private static Field field(String path) {
        return Field.at(path).orElseThrow();
    }

    private String sentence(String path) {
        return model.problemOf(path).orElseThrow().sentence();
    }

    private List<String> serious() {
        return model.problemsProperty().get().stream()
                .filter(Problem::serious)
                .map(Problem::path)
                .toList();
    }

    private void sound() {
        model.loadPreset("litedepth2022-stage1-small");
        model.useData(SampleData.street());
    }

    @Test
    void anEmptyFormSaysWhatIsNeededAndCannotStart() {
        assertEquals(List.of("model.architecture", "data.folder"), serious());
        assertEquals("2 things are still to be chosen", model.blockedProperty().get());
        model.start();
        assertTrue(office.workers.started().isEmpty());
        assertEquals(
                "2 things are still to be chosen, so there is no command that would start",
                model.noCommandProperty().get());
        sound();
        assertEquals("", model.noCommandProperty().get());
    }

    private static final Pattern PLACE_IN_A_FILE = Pattern.compile("\\b(model|data|training|optimizer|schedule"
            + "|augmentation|distillation)\\.[a-z]|\\b[a-z]+_[a-z_]+\\b|: \\[|[Cc]orrect the file");

    @Test
    void noSentenceOfTheFormNamesAPlaceInAFile() {
        withoutFacts();
        int told = 0;
        for (Field field : Field.ALL) {
            for (String wrong : List.of("-1", "wrong", "-1, -2", "9999x9999", "none")) {
                sound();
                model.set("distillation", Map.of("teacher", "t"));
                model.write(field, wrong);
                for (Problem problem : model.problemsProperty().get()) {
                    String rest = problem.sentence().replaceAll("virtual_normal|\"litedepth[^\"]*\"", "");
                    assertFalse(PLACE_IN_A_FILE.matcher(rest).find(), field.path() + ": " + problem.sentence());
                    told++;
                }
            }
        }
        assertTrue(told > 100, "only " + told);
    }

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

    /** Nothing is looked up, which many edits in a row would wait for. */
    private void withoutFacts() {
        model = new ExperimentViewModel(new ExperimentDesk(root, task -> {}).desk);
    }

    @Test
    void everyFieldIsWrittenShownResetAndUndone() {
        withoutFacts();
        sound();
        Map<FieldKind, String> other = Map.of(
                FieldKind.TEXT, "word",
                FieldKind.FOLDER, "/nowhere",
                FieldKind.INTEGER, "7",
                FieldKind.NUMBER, "0.125",
                FieldKind.WORDS, "a, b",
                FieldKind.RANGE, "0.5, 1.5",
                FieldKind.SIZES, "100x120, 96x96");
        for (Field field : Field.ALL) {
            String before = model.text(field);
            Draft draft = model.draft();
            String text =
                    switch (field.kind()) {
                        case CHOICE ->
                            field.options().stream()
                                    .filter(o -> !o.equals(before))
                                    .findFirst()
                                    .orElseThrow();
                        case FLAG -> before.equals("true") ? "false" : "true";
                        default -> other.get(field.kind());
                    };
            model.write(field, text);
            assertEquals(text, model.text(field), field.path());
            assertTrue(model.isChanged(field.path()), field.path());
            Draft written = Draft.parse(model.yaml().textProperty().get(), "yaml");
            assertEquals(text, field.kind().text(written.at(field.path())), field.path());
            model.reset(field.path());
            assertEquals(model.edit().base().at(field.path()), model.draft().at(field.path()), field.path());
            model.undo();
            assertEquals(text, model.text(field), field.path());
            model.undo();
            assertEquals(draft, model.draft(), field.path());
            model.seal();
        }
    }

    @Test
    void everyFieldOfAConfigurationIsInTheFormOrHasAPlaceOfItsOwn() {
        List<String> own = List.of(
                "schema_version",
                "losses",
                "distillation.teacher",
                "distillation.strategy",
                "distillation.variant",
                "distillation.weight",
                "distillation.parameters",
                "distillation.losses",
                "distillation.pairs",
                "distillation.also");
        assertLeaves(Defaults.whole(), "", own);
    }

    private static void assertLeaves(Map<?, ?> tree, String prefix, List<String> own) {
        tree.forEach((key, value) -> {
            String path = prefix + key;
            if (!own.contains(path)) {
                if (value instanceof Map<?, ?> inner) {
                    assertLeaves(inner, path + ".", own);
                } else {
                    assertTrue(Field.at(path).isPresent(), path);
                }
            }
        });
    }

    @Test
    void typingInOneFieldIsOneStepAndAnotherFieldAnother() {
        sound();
        Draft before = model.draft();
        for (String typed : List.of("1", "12", "120")) {
            model.write(field("training.epochs"), typed);
        }
        model.write(field("seed"), "5");
        model.undo();
        assertEquals("120", model.text(field("training.epochs")));
        model.undo();
        assertEquals(before, model.draft());
        model.redo();
        assertEquals("120", model.text(field("training.epochs")));
        model.redo();
        assertEquals("5", model.text(field("seed")));
        assertFalse(model.canRedoProperty().get());
    }

    @Test
    void everyPresetSurvivesTheWayToYamlAndBack() {
        withoutFacts();
        for (String name : BundledFiles.PRESETS.names()) {
            model.loadPreset(name);
            Map<String, Object> file =
                    Json.yamlTree(BundledFiles.PRESETS.find(name).yaml());
            String text = model.yaml().textProperty().get();
            assertEquals(file, Json.yamlTree(text), name);
            model.yaml().edit(text + "\n");
            assertEquals("", model.yaml().problemProperty().get(), name);
            assertEquals(file, model.draft().tree(), name);
            Draft whole = model.draft().with("data.folder", "d");
            RunConfig read = Json.parseYaml(whole.yaml(), RunConfig.class, name);
            assertEquals(read, Json.fromTree(whole.tree(), RunConfig.class, name), name);
            assertEquals(List.of(), DraftCheck.of(model.draft()).unreadable(), name);
        }
    }

    @Test
    void whatIsWrittenAsYamlReachesTheFormAndCommentsStay() {
        sound();
        String text = model.yaml().textProperty().get().replace("epochs: 60", "epochs: 3 # short");
        model.yaml().edit(text);
        assertEquals("3", model.text(field("training.epochs")));
        assertEquals(text, model.yaml().textProperty().get());
        model.undo();
        assertEquals("60", model.text(field("training.epochs")));
        assertTrue(model.yaml().textProperty().get().contains("epochs: 60"));
    }

    @Test
    void yamlThatCannotBeReadIsToldWithItsLineAndDoesNotReachTheForm() {
        sound();
        Draft before = model.draft();
        model.yaml().edit("model:\n  architecture: litedepth\ntraining:\n  epoch: 3\n");
        assertEquals(
                "Line 4: The configuration has a field that Fathom does not know: training.epoch.",
                model.yaml().problemProperty().get().split("(?<=epoch\\.) ")[0]);
        assertEquals("The YAML cannot be read", model.blockedProperty().get());
        assertEquals(before, model.draft());
        model.yaml().edit("model: {architecture: litedepth}\ntraining:\n  batch_size: 0\n");
        assertTrue(model.yaml().problemProperty().get().startsWith("Line 3: training.batch_size is 0"));
        model.yaml().edit("model: [\n");
        assertTrue(
                model.yaml().problemProperty().get().contains("line"),
                model.yaml().problemProperty().get());
        model.yaml().edit("model: {architecture: fathom-s}\n");
        assertEquals("", model.yaml().problemProperty().get());
        assertEquals("fathom-s", model.draft().at("model.architecture"));
    }

    @Test
    void theSentencesNameTheFieldsOfTheFormAndStandBesideThem() {
        sound();
        model.write(field("training.epochs"), "-1");
        assertEquals("\"Epochs\" is -1. Set it to a number greater than 0.", sentence("training.epochs"));
        model.undo();
        model.write(field("training.epochs"), "many");
        assertEquals("\"Epochs\" is not a whole number. Set it to a whole number.", sentence("training.epochs"));
        model.undo();
        model.write(field("augmentation.gamma"), "0.9, high");
        assertEquals("Entry 2 of \"Gamma\" is not a number. Set it to a number.", sentence("augmentation.gamma"));
        model.undo();
        model.write(field("augmentation.gamma"), "1.1, 0.9");
        assertEquals(
                "\"Gamma\" is 1.1, 0.9. Write it as low, high with 0 < low <= high.", sentence("augmentation.gamma"));
        model.undo();
        model.write(field("optimizer.learning_rate"), "1e-5");
        assertEquals(
                "\"Lowest rate\" (0.001) is above \"Learning rate\" (1e-5). Set \"Lowest rate\" to at most 1e-5;"
                        + " the rate decays from the one to the other.",
                sentence("schedule.min_learning_rate"));
        model.undo();
        model.write(field("augmentation.crops"), "1000x1000");
        assertEquals(
                "The crop 1000x1000 is larger than the image of 480x640. Remove it from \"R2 crop sizes\","
                        + " or set \"R2 crop sizes\" to none.",
                sentence("augmentation.crops"));
        model.undo();
        model.write(field("training.batch_size"), "5000");
        assertTrue(sentence("training.batch_size").contains("do not make one batch of 5000"));
        model.undo();
        model.write(field("model.architecture"), "litedepht");
        assertTrue(sentence("model.architecture").startsWith("There is no network called \"litedepht\""));
        model.undo();
        model.write(field("data.folder"), root.resolve("none").toString());
        assertTrue(sentence("data.folder").contains("does not exist"));
        model.undo();
        assertEquals("", model.blockedProperty().get());
    }

    @Test
    void lossesAreSwitchedAndTheirWordsChecked() {
        sound();
        model.setLosses(model.losses().without("virtual_normal"), null);
        assertEquals(3, model.losses().list().size());
        model.setLosses(model.losses().with("silog", "weight", 2.5), "silogweight");
        assertEquals(2.5, model.config().losses().get(0).weight());
        assertEquals(1.0, model.config().losses().get(0).parameters().get("alpha"));
        model.setLosses(model.losses().with("silog", "parameters.lambda", 1.5), null);
        assertEquals(
                "The parameter \"lambda\" of the loss \"silog\" is 1.5. Set it to a number from 0 to 1.",
                sentence("losses"));
        model.undo();
        model.set("reweighting", "learned");
        assertEquals(List.of(), serious());
        model.setLosses(model.losses().and(Map.of("name", "log_l1")), null);
        assertTrue(sentence("reweighting").startsWith("The weight of log_l1 cannot be learned"));
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

    @Test
    void defaultsFollowTheFieldsTheyDependOnAndTheseKeepTheirOwn() {
        assertEquals("poly", model.defaultText(field("schedule.name")));
        assertEquals("1500", model.defaultText(field("schedule.warmup_steps")));
        model.write(field("schedule.name"), "step");
        assertEquals("poly", model.defaultText(field("schedule.name")));
        assertEquals("0", model.defaultText(field("schedule.warmup_steps")));
        model.write(field("optimizer.name"), "adamw");
        assertEquals("1e-8", model.defaultText(field("optimizer.epsilon")));
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
        List<String> arguments = office.workers.started().get(0).arguments();
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
        office.workers.started().get(0).end(new WorkerResult.Success(value));
        office.jobs.update();
        assertEquals(
                List.of("resume", paths.get(0)), office.workers.started().get(1).arguments());
        assertEquals(
                made.subList(1, 3),
                office.desk.queue().waiting().stream()
                        .map(RunQueue.Waiting::folder)
                        .toList());
        assertEquals(
                "3 runs are queued, litedepth2022-stage2-small is the last",
                office.notices.currentProperty().get().what());
    }

    @Test
    void theWindowsNumberOfThreadsCountsWhereNoneIsSet() {
        sound();
        office.desk.settings().threadsProperty().set(1);
        assertEquals(1, model.config().training().threads());
        assertEquals("1", model.text(field("training.threads")));
        assertTrue(model.command().endsWith(" --set training.threads=1"), model.command());
        double slow = model.factsProperty().get().estimate().orElseThrow().seconds();
        model.write(field("training.threads"), "4");
        assertEquals(4, model.config().training().threads());
        assertTrue(model.factsProperty().get().estimate().orElseThrow().seconds() < slow);
    }

    private RunFolder run(String architecture, RunState state) throws IOException {
        RunConfig config = Json.parseYaml(
                "name: t\nmodel: {architecture: " + architecture + "}\ndata: {folder: d}\n", RunConfig.class, "test");
        RunFolder folder = RunFolder.create(new Workspace(root).runs(), config, null, Clock.systemUTC());
        folder.update(info -> info.ended(state, Clock.systemUTC().instant(), null));
        return folder;
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
        List<String> arguments = office.workers.started().get(0).arguments();
        assertEquals(List.of("train", "--later"), List.of(arguments.get(0), arguments.get(4)));
        assertEquals(model.config(), RunConfig.read(Path.of(arguments.get(1))));
        assertEquals("The experiment is being checked", model.blockedProperty().get());
        RunFolder made = RunFolder.create(new Workspace(root).runs(), model.config(), null, Clock.systemUTC());
        JsonNode value =
                Json.tree(Map.of("value", Map.of("runs", List.of(made.path().toString())), "text", ""));
        office.workers.started().get(0).end(new WorkerResult.Success(value));
        office.jobs.update();
        assertEquals(
                List.of("resume", made.path().toString()),
                office.workers.started().get(1).arguments());
        assertEquals("", model.blockedProperty().get());
        office.notices.currentProperty().get().action().run().run();
        assertEquals(
                made.id(), ((Destination.ShownRun) office.visited.get(0)).run().id());
    }

    @Test
    void whatTheWorkerRefusesStandsBesideItsFieldUntilTheNextEdit() {
        sound();
        model.start();
        office.workers
                .started()
                .get(0)
                .end(new WorkerResult.Failed("model.pretrained names weights of 3 MB", "Fetch them"));
        office.jobs.update();
        assertEquals("\"Pretrained encoder\" names weights of 3 MB. Fetch them.", sentence("model.pretrained"));
        assertEquals("One thing has to be put right", model.blockedProperty().get());
        model.write(field("seed"), "9");
        assertEquals("", model.blockedProperty().get());
        office.workers.refuse(new UserException("No memory", "Close programs"));
        model.start();
        assertEquals("", model.blockedProperty().get());
    }

    @Test
    void aFileIsSavedAndOpenedAgainAndTheCommandLineNamesIt() throws IOException {
        sound();
        String place = " --workspace " + root;
        String whole = "fathom train litedepth2022-stage1-small" + place + " --set 'data.folder=\""
                + SampleData.street() + "\"'";
        assertEquals(whole, model.command());
        model.loadPreset("litedepth2022-stage1-small");
        assertEquals(whole, model.command());
        Path file = root.resolve("my experiment.yaml");
        model.saveFile(file);
        Draft saved = model.draft();
        model.write(field("training.epochs"), "2");
        model.openFile(file);
        assertEquals(saved, model.draft());
        model.write(field("training.epochs"), "2");
        assertEquals("fathom train '" + file + "'" + place + " --set training.epochs=2", model.command());
        model.write(field("tags"), "");
        assertTrue(model.command().startsWith("cat > experiment.yaml <<'END'\n"), model.command());
        Files.writeString(file, "model: {architecture: litedepth}\nextra: 1\n");
        model.openFile(file);
        assertTrue(office.notices.currentProperty().get().what().contains("does not know: extra"));
    }

    @Test
    void aRunOfTheListIsTheBeginningOfAnother() {
        RunConfig config = Json.parseYaml(
                "model: {architecture: fathom-s}\ndata: {folder: d}\ntraining: {epochs: 4}\n", RunConfig.class, "test");
        model.open(config);
        assertEquals(config, model.config());
        model.undo();
        assertEquals(Draft.EMPTY, model.draft());
    }
}
