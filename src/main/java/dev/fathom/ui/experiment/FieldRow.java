package dev.fathom.ui.experiment;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field with its name, its control, its default with the way back to it, and what is wrong with it. */
final class FieldRow extends VBox {
    /** Puts the field back that has the focus. */
    static final String RESET_KEY = "Shortcut+Shift+R";

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final ExperimentViewModel model;
    private final Field field;
    private final Label note = new Label();
    private final Button reset = new Button();
    private final Label error = new Label();
    private final Control control;
    private boolean showing;

    FieldRow(ExperimentViewModel model, Field field) {
        this.model = model;
        this.field = field;
        this.control = control();
        getStyleClass().add("field-row");
        control.setId(field.id());
        control.setTooltip(new Tooltip(field.help()));
        control.setAccessibleText(field.label());
        control.setAccessibleHelp(field.help());
        control.focusedProperty().addListener(change -> model.seal());
        Label label = new Label(field.label());
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        label.setTooltip(new Tooltip(field.help()));
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(label, field.kind() == FieldKind.FOLDER ? withBrowse() : control, noteRow(), error);
        model.desk().settings().threadsProperty().addListener(change -> show());
        model.editProperty().addListener(change -> show());
        model.problemsProperty().addListener(change -> showProblem());
        show();
        showProblem();
    }

    private Node noteRow() {
        note.getStyleClass().add("field-note");
        note.setMinWidth(0);
        reset.setId(field.id() + "-reset");
        reset.getStyleClass().addAll("flat", "field-reset");
        reset.setGraphic(new FontIcon("fth-rotate-ccw"));
        reset.setAccessibleText("Reset " + field.label());
        reset.setTooltip(new Tooltip("Put back  (Ctrl+Shift+R in the field)"));
        // Whoever goes from field to field with the keyboard has a key for it.
        reset.setFocusTraversable(false);
        reset.setOnAction(event -> reset());
        HBox row = new HBox(4, note, reset);
        row.getStyleClass().add("field-note-row");
        return row;
    }

    /** Puts the field back to what the preset or file had, else to its default. */
    void reset() {
        if (reset.isVisible()) {
            model.reset(field.path());
        }
    }

    private Control control() {
        return switch (field.kind()) {
            case CHOICE -> choice();
            case FLAG -> flag();
            default -> text();
        };
    }

    private Control text() {
        TextField text = new TextField();
        text.textProperty().addListener((property, before, now) -> {
            if (!showing) {
                model.write(field, now);
            }
        });
        return text;
    }

    private Control choice() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.options());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                model.write(field, now);
            }
        });
        return box;
    }

    private Control flag() {
        CheckBox box = new CheckBox();
        box.selectedProperty().addListener((property, before, now) -> {
            if (!showing) {
                model.write(field, now.toString());
            }
        });
        return box;
    }

    private Node withBrowse() {
        Button browse = new Button("Choose");
        browse.setId(field.id() + "-browse");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setOnAction(event -> model.desk()
                .files()
                .folder(field.label(), null)
                .ifPresent(path -> model.set(field.path(), path.toString())));
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMinWidth(0);
        return new HBox(8, control, browse);
    }

    private void show() {
        showing = true;
        String value = model.text(field);
        if (control instanceof TextField text) {
            // While it is written, "0." must not become "0".
            boolean same = field.kind().text(field.kind().value(text.getText())).equals(value);
            boolean cleared = text.isFocused()
                    && text.getText().isBlank()
                    && model.draft().at(field.path()) == null;
            if (!(text.isFocused() && same) && !cleared) {
                text.setText(value);
            }
        } else if (control instanceof CheckBox box) {
            box.setSelected(Boolean.parseBoolean(value));
        } else if (control instanceof ComboBox<?>) {
            @SuppressWarnings("unchecked")
            ComboBox<String> box = (ComboBox<String>) control;
            box.setValue(value);
        }
        showing = false;
        showNote();
    }

    private void showNote() {
        boolean changed = model.isChanged(field.path());
        String usual = model.defaultText(field);
        String base = model.baseText(field);
        String fallback = field.needed() ? "needed" : usual.isEmpty() ? "optional" : "default " + usual;
        String text = changed && !base.isEmpty() ? "was " + base + ", " + fallback : fallback;
        note.setText(Character.toUpperCase(text.charAt(0)) + text.substring(1));
        reset.setVisible(changed);
        control.pseudoClassStateChanged(CHANGED, changed);
    }

    private void showProblem() {
        var problem = model.problemOf(field.path());
        error.setText(problem.map(Problem::sentence).orElse(""));
        error.setVisible(problem.isPresent());
        error.setManaged(problem.isPresent());
        boolean wrong = problem.filter(Problem::wrong).isPresent();
        error.pseudoClassStateChanged(WRONG, wrong);
        control.pseudoClassStateChanged(WRONG, wrong);
    }
}
