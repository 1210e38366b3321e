package dev.fathom.ui.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The nodes of a part of the form. */
final class SectionView {
    private SectionView() {}

    static VBox of(Section section, ExperimentViewModel model) {
        VBox box = new VBox();
        box.getStyleClass().add("form-section");
        switch (section) {
            case DATA -> {
                box.getChildren().setAll(cards(section, model, Set.of()));
                box.getChildren().add(1, card("What is there", new DataCard(model)));
            }
            case MODEL -> box.getChildren().setAll(new ModelCards(model).nodes());
            case LOSSES -> box.getChildren().setAll(new LossCards(model).nodes());
            case DISTILLATION -> box.getChildren().setAll(new DistillationCards(model).nodes());
            case TRAINING -> {
                box.getChildren().setAll(cards(section, model, Set.of()));
                box.getChildren().add(1, new ScheduleCard(model));
            }
            case AUGMENTATION -> {
                box.getChildren().setAll(cards(section, model, Set.of()));
                box.getChildren().add(new CropCard(model));
            }
        }
        return box;
    }

    /** The section's plain fields, a card for each group; without those at these paths. */
    static List<Node> cards(Section section, ExperimentViewModel model, Set<String> without) {
        Map<String, FieldGrid> groups = new LinkedHashMap<>();
        for (Field field : Field.in(section)) {
            if (!without.contains(field.path())) {
                String heading = field.group() == null ? section.title() : field.group();
                groups.computeIfAbsent(heading, key -> new FieldGrid()).add(row(model, field));
            }
        }
        return groups.entrySet().stream()
                .map(group -> (Node) card(group.getKey(), group.getValue()))
                .toList();
    }

    /** A field's row, hidden while the field does not count. */
    static FieldRow row(ExperimentViewModel model, Field field) {
        FieldRow row = new FieldRow(model, field);
        if (field.only() != null) {
            Field decay = Field.at("schedule.name").orElseThrow();
            Runnable fit = () -> {
                boolean counts = List.of(field.only().split(" ")).contains(model.text(decay));
                row.setVisible(counts);
                row.setManaged(counts);
            };
            model.editProperty().addListener(change -> fit.run());
            fit.run();
        }
        return row;
    }

    static VBox card(String heading, Node... content) {
        Label title = new Label(heading);
        title.getStyleClass().add("card-title");
        VBox card = new VBox(title);
        card.getStyleClass().addAll("card", "form-card");
        card.getChildren().addAll(content);
        return card;
    }
}
