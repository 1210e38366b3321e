package dev.fathom.ui.experiment;

import dev.fathom.run.Formula;
import dev.fathom.run.Formulas;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The teacher, the strategies by which the student learns from it, and what they compare. */
final class DistillationCards {
    private static final String PATH = "distillation";
    private static final String TEACHER = "distillation.teacher";

    private final ExperimentViewModel model;
    private final CheckBox on = new CheckBox("Learn from a teacher");
    private final NetworkCard card = new NetworkCard();
    private final Label error = new Label();
    private boolean showing;

    DistillationCards(ExperimentViewModel model) {
        this.model = model;
    }

    List<Node> nodes() {
        on.setId("distil");
        on.setTooltip(new Tooltip("A finished run, whose weights are frozen, shows the student what to do"));
        on.selectedProperty().addListener((property, before, now) -> turn(now));
        RunBox teacher = new RunBox(
                model,
                TEACHER,
                "teacher",
                "Teacher",
                "A finished run, whose best weights are used, or a preset that is trained first",
                run -> true,
                "",
                PresetChoice::isTeacher);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        VBox chosen = new VBox(10, teacher, error, card);
        VBox first = SectionView.card("Teacher", on, chosen);
        VBox strategies = SectionView.card("Strategies", strategies());
        VBox taps = SectionView.card("What is compared", new TapPairs(model));
        List<Node> further = SectionView.cards(Section.DISTILLATION, model, Set.of());
        VBox rest = (VBox) further.get(0);
        for (Node node : List.of(chosen, strategies, taps, rest)) {
            node.visibleProperty().bind(on.selectedProperty());
            node.managedProperty().bind(on.selectedProperty());
        }
        model.editProperty().addListener(change -> show());
        model.factsProperty().addListener(change -> show());
        model.problemsProperty().addListener(change -> ModelCards.showIn(error, model.problemOf(TEACHER)));
        ModelCards.showIn(error, model.problemOf(TEACHER));
        show();
        return List.of(first, strategies, taps, rest);
    }

    private Node strategies() {
        VBox rows = new VBox();
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        model.problemsProperty()
                .addListener(change -> ModelCards.showIn(problem, model.problemOf("distillation.strategy")));
        ModelCards.showIn(problem, model.problemOf("distillation.strategy"));
        rows.getChildren().add(problem);
        for (Formula formula : Formulas.STRATEGIES.all()) {
            rows.getChildren().add(new EntryRow(model, formula, model::terms, model::setTerms));
        }
        return rows;
    }

    private void turn(boolean wanted) {
        if (!showing) {
            model.set(PATH, wanted ? java.util.Map.of("strategy", "structure_aware") : null);
            model.seal();
        }
    }

    private void show() {
        showing = true;
        on.setSelected(model.draft().at(PATH) != null);
        card.show(
                model.factsProperty().get().teacher(),
                "Choose a finished run of this workspace, or a preset that is trained first. A teacher is trained like"
                        + " any other experiment.");
        showing = false;
    }
}
