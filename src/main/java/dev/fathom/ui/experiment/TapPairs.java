package dev.fathom.ui.experiment;

import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Formula;
import dev.fathom.run.Formulas;
import dev.fathom.ui.base.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The pairs of feature maps that a strategy compares, as a drawing to edit. */
final class TapPairs extends VBox {
    private final ExperimentViewModel model;
    private final ComboBox<String> strategy = new ComboBox<>();
    private final Button usual = new Button("Usual pairs");
    private final Label hint = new Label();
    private final TapDiagram diagram = new TapDiagram(this::toggle, this::weigh);
    private boolean showing;

    TapPairs(ExperimentViewModel model) {
        super(10);
        this.model = model;
        strategy.setId("pairs-strategy");
        strategy.setAccessibleText("Strategy whose pairs are shown");
        strategy.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : Formulas.STRATEGIES.named(name).title();
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        strategy.valueProperty().addListener(change -> {
            if (!showing) {
                show();
            }
        });
        usual.setId("usual-pairs");
        usual.setTooltip(new Tooltip("The decoder stages at strides 4, 8 and 16 that both networks have"));
        usual.setOnAction(event -> setPairs(null));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(10, strategy, usual);
        getChildren().addAll(head, diagram, hint);
        model.editProperty().addListener(change -> show());
        model.factsProperty().addListener(change -> show());
        show();
    }

    private void show() {
        showing = true;
        List<String> names = model.terms().list().stream()
                .map(term -> String.valueOf(term.get("strategy")))
                .filter(Formulas.STRATEGIES.names()::contains)
                .toList();
        if (!strategy.getItems().equals(names)) {
            strategy.getItems().setAll(names);
        }
        if (!names.contains(strategy.getValue())) {
            strategy.setValue(names.isEmpty() ? null : names.get(0));
        }
        Facts facts = model.factsProperty().get();
        boolean both = facts.student().isThere() && facts.teacher().isThere();
        boolean compares = chosen() != null && chosen().usualPairs() > 0;
        diagram.setVisible(both && compares);
        diagram.setManaged(both && compares);
        Reason.set(
                usual,
                !compares ? "This strategy pairs nothing" : explicit().isEmpty() ? "These are the usual pairs" : "");
        if (both && compares) {
            diagram.show(facts.student().value(), facts.teacher().value(), pairs());
            hint.setText("Drag from a stage of the student to one of the teacher, or choose one after the other, to"
                    + " pair them; the same again takes a pair away. A click on a line changes its weight.");
        } else if (chosen() != null && !compares) {
            hint.setText("This strategy compares depths, by " + losses() + "; there is nothing to pair.");
        } else {
            hint.setText("Choose a student and a teacher to see their stages.");
        }
        showing = false;
    }

    /** By which depths are compared. */
    private String losses() {
        Entries own = Entries.of("name", model.terms().at(strategy.getValue(), "losses"));
        String names = own.list().stream()
                .map(loss -> String.valueOf(loss.get("name")))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "the losses of the run" : names + ", which can be changed as YAML";
    }

    private Formula chosen() {
        return strategy.getValue() == null ? null : Formulas.STRATEGIES.named(strategy.getValue());
    }

    private List<DistillationConfig.TapPair> explicit() {
        List<DistillationConfig.TapPair> pairs = new ArrayList<>();
        if (strategy.getValue() != null && model.terms().at(strategy.getValue(), "pairs") instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> map && map.get("student") != null && map.get("teacher") != null) {
                    double weight = map.get("weight") instanceof Number n ? n.doubleValue() : 1;
                    pairs.add(new DistillationConfig.TapPair(
                            String.valueOf(map.get("student")),
                            String.valueOf(map.get("teacher")),
                            Math.max(0, weight)));
                }
            }
        }
        return pairs;
    }

    /** Those that are set, or the usual ones. */
    private List<DistillationConfig.TapPair> pairs() {
        List<DistillationConfig.TapPair> set = explicit();
        Facts facts = model.factsProperty().get();
        return set.isEmpty()
                ? DistillationConfig.usualPairs(
                        names(facts.student().value()), names(facts.teacher().value()), chosen().usualPairs())
                : set;
    }

    private static List<String> names(NetworkFacts network) {
        return network.taps().stream().map(NetworkFacts.TapShape::name).toList();
    }

    private void toggle(String student, String teacher) {
        List<DistillationConfig.TapPair> pairs = new ArrayList<>(pairs());
        boolean removed =
                pairs.removeIf(p -> p.student().equals(student) && p.teacher().equals(teacher));
        if (!removed) {
            pairs.add(new DistillationConfig.TapPair(student, teacher, 1.0));
        }
        setPairs(pairs.isEmpty() ? null : pairs);
    }

    private void weigh(DistillationConfig.TapPair pair, double weight) {
        setPairs(pairs().stream()
                .map(p -> p.equals(pair) ? new DistillationConfig.TapPair(pair.student(), pair.teacher(), weight) : p)
                .toList());
    }

    private void setPairs(List<DistillationConfig.TapPair> pairs) {
        List<Map<String, Object>> entries =
                pairs == null ? null : pairs.stream().map(TapPairs::entry).toList();
        model.setTerms(model.terms().with(strategy.getValue(), "pairs", entries), null);
    }

    private static Map<String, Object> entry(DistillationConfig.TapPair pair) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("student", pair.student());
        entry.put("teacher", pair.teacher());
        entry.put("weight", pair.weight());
        return entry;
    }
}
