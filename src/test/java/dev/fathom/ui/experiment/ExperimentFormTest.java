package dev.fathom.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the fields take, show and undo, and the sentences beside them. */
class ExperimentFormTest extends ExperimentTestBase {
    @Test
    void anEmptyFormSaysWhatIsNeededAndCannotStart() {
        assertEquals(List.of("model.architecture", "data.folder"), serious());
        assertEquals("2 things are still to be chosen", model.blockedProperty().get());
        model.start();
        assertTrue(desk.workers().started().isEmpty());
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
    void defaultsFollowTheFieldsTheyDependOnAndTheseKeepTheirOwn() {
        assertEquals("poly", model.defaultText(field("schedule.name")));
        assertEquals("1500", model.defaultText(field("schedule.warmup_steps")));
        model.write(field("schedule.name"), "step");
        assertEquals("poly", model.defaultText(field("schedule.name")));
        assertEquals("0", model.defaultText(field("schedule.warmup_steps")));
        model.write(field("optimizer.name"), "adamw");
        assertEquals("1e-8", model.defaultText(field("optimizer.epsilon")));
    }
}
