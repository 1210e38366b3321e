package dev.fathom.ui.experiment;

import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.network.Decoder;
import dev.fathom.network.Decoders;
import dev.fathom.network.Encoder;
import dev.fathom.network.Encoders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** Chooses the student by name or by its parts, the size of its images, and the weights it begins with. */
final class ModelCards {
    private static final String PATH = "model.architecture";

    private final ExperimentViewModel model;
    private final SearchableComboBox<String> names = new SearchableComboBox<>();
    private final ComboBox<String> encoders = new ComboBox<>();
    private final ComboBox<String> decoders = new ComboBox<>();
    private final TextField inner = new TextField();
    private final NetworkCard card = new NetworkCard();
    private final Label error = new Label();
    private boolean showing;

    ModelCards(ExperimentViewModel model) {
        this.model = model;
    }

    List<Node> nodes() {
        prepare();
        FieldGrid image = new FieldGrid();
        for (String path : List.of("model.image_height", "model.image_width")) {
            image.add(SectionView.row(model, Field.at(path).orElseThrow()));
        }
        VBox student = SectionView.card("Student", labelled("Network", names), parts(), error, card);
        VBox size = SectionView.card("Images", image);
        VBox weights = SectionView.card("Weights to begin with", begin());
        model.editProperty().addListener(change -> show());
        model.factsProperty().addListener(change -> show());
        model.problemsProperty().addListener(change -> showProblem());
        show();
        showProblem();
        return List.of(student, size, weights);
    }

    private void prepare() {
        names.setId("student");
        names.setMaxWidth(Double.MAX_VALUE);
        names.setAccessibleText("Student network");
        names.setTooltip(new Tooltip("Type to search; its parts can be chosen below"));
        names.setPromptText("Choose a network");
        names.valueProperty().addListener((property, before, now) -> take(now));
        encoders.setId("encoder");
        encoders.setTooltip(new Tooltip("Turns the image into feature maps"));
        decoders.setId("decoder");
        decoders.setTooltip(new Tooltip("Turns the feature maps into depth"));
        encoders.getItems().setAll(Encoders.all().stream().map(Encoder::name).toList());
        decoders.getItems().setAll(Decoders.all().stream().map(Decoder::name).toList());
        inner.setId("inner-size");
        inner.setPromptText("128x160");
        inner.setTooltip(
                new Tooltip("Size to which the network shrinks the image, height x width; empty for its usual"));
        for (ComboBox<String> box : List.of(encoders, decoders)) {
            box.setMaxWidth(Double.MAX_VALUE);
            box.valueProperty().addListener(change -> compose());
        }
        inner.setOnAction(event -> compose());
        inner.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                compose();
            }
        });
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
    }

    private Node parts() {
        HBox row = new HBox(
                10,
                grown(labelled("Encoder", encoders)),
                grown(labelled("Decoder", decoders)),
                labelled("Works at", inner));
        inner.setPrefWidth(110);
        return row;
    }

    private static Node grown(Region region) {
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setMinWidth(0);
        region.setPrefWidth(200);
        return region;
    }

    private static VBox labelled(String text, Region control) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        VBox box = new VBox(4, label, control);
        box.setFillWidth(true);
        return box;
    }

    private VBox begin() {
        Field first = Field.at("model.init_from").orElseThrow();
        RunBox runs = new RunBox(
                model,
                first,
                run -> run.architecture().equals(model.config().model().architecture()),
                "The seed decides",
                preset -> !preset.distils()
                        && preset.architecture().equals(model.config().model().architecture()));
        VBox box = new VBox(12, new WeightsRow(model), labelled(first.label(), runs));
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        model.problemsProperty().addListener(change -> showIn(problem, model.problemOf(first.path())));
        showIn(problem, model.problemOf(first.path()));
        box.getChildren().add(problem);
        return box;
    }

    static void showIn(Label label, Optional<Problem> problem) {
        label.setText(problem.map(Problem::sentence).orElse(""));
        label.setVisible(problem.isPresent());
        label.setManaged(problem.isPresent());
        label.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("wrong"),
                problem.filter(Problem::wrong).isPresent());
    }

    private void take(String name) {
        if (!showing && name != null) {
            model.set(PATH, name);
            model.seal();
        }
    }

    private void compose() {
        if (showing || encoders.getValue() == null || decoders.getValue() == null) {
            return;
        }
        String size = inner.getText().strip();
        String name = encoders.getValue() + "+" + decoders.getValue() + (size.isEmpty() ? "" : "@" + size);
        String before = String.valueOf(model.draft().at(PATH));
        if (!name.equals(before) && !sameParts(before, size)) {
            take(name);
        }
    }

    /** Whether a named network already is what the boxes say. */
    private boolean sameParts(String name, String size) {
        int at = name.indexOf('@');
        Finding<Architecture> known = Finding.of(() -> Architectures.named(name));
        return known.isThere()
                && known.value().encoder().name().equals(encoders.getValue())
                && known.value().decoder().name().equals(decoders.getValue())
                && (at < 0 ? "" : name.substring(at + 1)).equals(size);
    }

    private void show() {
        showing = true;
        Object set = model.draft().at(PATH);
        String name = set == null ? null : String.valueOf(set);
        List<String> choices = new ArrayList<>(
                Architectures.all().stream().map(Architecture::name).toList());
        if (name != null && !choices.contains(name)) {
            choices.add(0, name);
        }
        if (!names.getItems().equals(choices)) {
            names.getItems().setAll(choices);
        }
        names.setValue(name);
        Finding<Architecture> known = name == null ? Finding.nothing() : Finding.of(() -> Architectures.named(name));
        if (known.isThere()) {
            encoders.setValue(known.value().encoder().name());
            decoders.setValue(known.value().decoder().name());
            int at = name.indexOf('@');
            if (!inner.isFocused()) {
                inner.setText(at < 0 ? "" : name.substring(at + 1));
            }
        }
        card.show(
                name == null ? Finding.nothing() : model.factsProperty().get().student(),
                "Choose a network by name, or an encoder and a decoder, to see what it costs.");
        showing = false;
    }

    private void showProblem() {
        showIn(error, model.problemOf(PATH).filter(p -> model.draft().at(PATH) != null));
    }
}
