package dev.fathom.ui.experiment;

import dev.fathom.run.Formula;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A loss or strategy: on or off, its weight and variant, and on demand its formula and constants. */
final class EntryRow extends VBox {
    private final ExperimentViewModel model;
    private final Formula formula;
    private final Supplier<Entries> entries;
    private final BiConsumer<Entries, Object> change;
    private final CheckBox on = new CheckBox();
    private final Label key = new Label();
    private final TextField weight = new TextField();
    private final ComboBox<String> variant = new ComboBox<>();
    private final ToggleButton more = new ToggleButton();
    private final Label variantText = muted("");
    private final FlowPane constants = new FlowPane(16, 8);
    private final VBox details;
    private String shownVariant = "?";
    private boolean showing;

    /**
     * @param entries those of the draft
     * @param change takes other entries, with what was changed
     */
    EntryRow(
            ExperimentViewModel model, Formula formula, Supplier<Entries> entries, BiConsumer<Entries, Object> change) {
        this.model = model;
        this.formula = formula;
        this.entries = entries;
        this.change = change;
        details = new VBox(
                6,
                formulaText(),
                muted(formula.source() + "  ·  usual weight " + FieldKind.number(formula.weight())),
                variantText,
                constants);
        getStyleClass().add("entry-row");
        getChildren().addAll(head(), details);
        prepare();
        model.editProperty().addListener(event -> show());
        show();
    }

    private Node formulaText() {
        Label text = new Label(formula.text());
        text.getStyleClass().add("formula");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node head() {
        key.getStyleClass().addAll("entry-key", "text-muted");
        key.setMinWidth(0);
        Nodes.mayShorten(key);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        on.setText(formula.title());
        on.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(10, on, key, space);
        if (!formula.variants().isEmpty()) {
            head.getChildren().add(variant);
        }
        head.getChildren().addAll(weight, more);
        head.getStyleClass().add("entry-head");
        return head;
    }

    private void prepare() {
        String id = formula.name().replace('_', '-');
        on.setId("on-" + id);
        weight.setId("weight-" + id);
        weight.getStyleClass().add("entry-weight");
        weight.setAccessibleText("Weight of " + formula.title());
        weight.setPromptText(FieldKind.number(formula.weight()));
        weight.setTooltip(new Tooltip("Factor in the total loss"));
        variant.setId("variant-" + id);
        variant.setPrefWidth(164);
        variant.setMinWidth(Region.USE_PREF_SIZE);
        weight.setMinWidth(Region.USE_PREF_SIZE);
        more.setMinWidth(Region.USE_PREF_SIZE);
        variant.setAccessibleText("Variant of " + formula.title());
        variant.getItems()
                .setAll(formula.variants().stream().map(Formula.Variant::name).toList());
        more.setId("more-" + id);
        more.setGraphic(new FontIcon("fth-chevron-down"));
        more.getStyleClass().addAll("flat", "button-icon");
        more.setTooltip(new Tooltip("Formula, paper and constants"));
        more.setAccessibleText("Formula, paper and constants of " + formula.title());
        details.getStyleClass().add("entry-details");
        details.visibleProperty().bind(more.selectedProperty());
        details.managedProperty().bind(more.selectedProperty());
        on.selectedProperty().addListener((property, before, now) -> turn(now));
        weight.textProperty().addListener((property, before, now) -> edit("weight", FieldKind.NUMBER.value(now)));
        weight.focusedProperty().addListener(event -> model.seal());
        variant.valueProperty().addListener((property, before, now) -> choose(now));
    }

    private void turn(boolean wanted) {
        if (showing) {
            return;
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(entries.get().key(), formula.name());
        entry.put("weight", formula.weight());
        change.accept(wanted ? entries.get().and(entry) : entries.get().without(formula.name()), null);
    }

    private void edit(String path, Object value) {
        if (!showing) {
            change.accept(entries.get().with(formula.name(), path, value), formula.name() + path);
        }
    }

    /** The first variant is the usual one; constants of another variant would be refused. */
    private void choose(String name) {
        if (!showing && name != null) {
            Entries chosen = entries.get().with(formula.name(), "variant", name);
            change.accept(chosen.with(formula.name(), "parameters", null), null);
        }
    }

    private void show() {
        showing = true;
        Entries all = entries.get();
        boolean there = all.has(formula.name());
        on.setSelected(there);
        boolean needed = there && all.list().size() == 1 && all.key().equals("strategy");
        Reason.set(on, needed ? "Distillation needs a strategy; switch another on first" : "");
        key.setText(formula.name() + (needed ? "  ·  needed" : ""));
        String off = off(there);
        Reason.set(weight, off);
        Reason.set(variant, off);
        Object set = all.at(formula.name(), "weight");
        Object value = set == null ? (all.key().equals("name") ? 1.0 : formula.weight()) : set;
        if (!weight.isFocused() || !Objects.equals(FieldKind.NUMBER.value(weight.getText()), set)) {
            weight.setText(there ? FieldKind.NUMBER.text(value) : "");
        }
        Object named = all.at(formula.name(), "variant");
        String name = named == null ? firstVariant() : String.valueOf(named);
        variant.setValue(name);
        showConstants(there, name);
        showing = false;
    }

    private String off(boolean there) {
        return there ? "" : "Switch " + formula.title() + " on first";
    }

    private String firstVariant() {
        return formula.variants().isEmpty() ? null : formula.variants().get(0).name();
    }

    private void showConstants(boolean there, String variantName) {
        Finding<List<Formula.Parameter>> known = Finding.of(() -> formula.parametersOf(variantName));
        variantText.setText(
                known.isThere() && variantName != null
                        ? variantName + ": " + formula.variant(variantName).text()
                        : "");
        variantText.setVisible(!variantText.getText().isEmpty());
        variantText.setManaged(variantText.isVisible());
        if (!Objects.equals(variantName, shownVariant)) {
            shownVariant = variantName;
            List<Formula.Parameter> parameters = known.isThere() ? known.value() : List.of();
            constants
                    .getChildren()
                    .setAll(parameters.stream().map(this::constant).toList());
        }
        for (Node node : constants.getChildren()) {
            Constant constant = (Constant) node;
            Reason.set(constant, off(there));
            constant.show();
        }
    }

    private Node constant(Formula.Parameter parameter) {
        return new Constant(parameter);
    }

    /** A constant of the formula. */
    private final class Constant extends HBox {
        private final Formula.Parameter parameter;
        private final TextField text = new TextField();

        Constant(Formula.Parameter parameter) {
            super(6);
            this.parameter = parameter;
            getStyleClass().add("constant");
            Label label = new Label(parameter.name());
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setLabelFor(text);
            text.setId("constant-" + formula.name().replace('_', '-') + "-" + parameter.name());
            text.getStyleClass().add("entry-weight");
            String help = parameter.text() + "; a number " + parameter.range().text() + ", usually "
                    + FieldKind.number(parameter.usual());
            text.setTooltip(new Tooltip(help));
            text.setAccessibleText(parameter.name());
            text.setAccessibleHelp(help);
            text.setPromptText(FieldKind.number(parameter.usual()));
            text.textProperty()
                    .addListener((property, before, now) ->
                            edit("parameters." + parameter.name(), FieldKind.NUMBER.value(now)));
            text.focusedProperty().addListener(event -> model.seal());
            getChildren().addAll(label, text);
        }

        void show() {
            Object set = entries.get().at(formula.name(), "parameters." + parameter.name());
            if (!text.isFocused() || !Objects.equals(FieldKind.NUMBER.value(text.getText()), set)) {
                text.setText(FieldKind.NUMBER.text(set));
            }
        }
    }
}
