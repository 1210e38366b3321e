package dev.fathom.ui.experiment;

import dev.fathom.run.BundledFiles;
import dev.fathom.run.PresetSummary;
import dev.fathom.ui.base.Copying;
import dev.fathom.ui.base.Gutter;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.Unmade;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds {@code Experiment.fxml} to its view model. */
public final class ExperimentView {
    private static final String GROUP = "Experiment";
    private static final Section FIRST = Section.DATA;
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final ExperimentViewModel model;
    private final Map<Section, ToggleButton> entries = new EnumMap<>(Section.class);
    private final Map<Section, Node> made = new EnumMap<>(Section.class);
    private final Shortcut startKey = Shortcut.of(GROUP, "Start the experiment", this::start, "Shortcut+Enter");
    private final Shortcut undoKey = Shortcut.of(GROUP, "Undo", this::undo, "Shortcut+Z");
    private final Shortcut redoKey = Shortcut.of(GROUP, "Redo", this::redo, "Shortcut+Shift+Z", "Shortcut+Y");
    private final Shortcut openKey = Shortcut.of(GROUP, "Open a configuration", this::openFile, "Shortcut+O");
    private final Shortcut saveKey = Shortcut.of(GROUP, "Save the configuration", this::saveFile, "Shortcut+S");
    private final Shortcut commandKey =
            Shortcut.of(GROUP, "Copy the command line", this::copyCommand, "Shortcut+Shift+C");
    private final Shortcut yamlKey = Shortcut.of(GROUP, "Form or YAML", this::switchYaml, "Shortcut+Shift+Y");
    private final Shortcut nextKey =
            Shortcut.of(GROUP, "Next part of the form", () -> showNext(1), "Shortcut+Page Down");
    private final Shortcut previousKey =
            Shortcut.of(GROUP, "Previous part of the form", () -> showNext(-1), "Shortcut+Page Up");
    private final Shortcut resetKey =
            Shortcut.of(GROUP, "Put the field back that has the focus", this::resetField, FieldRow.RESET_KEY);
    private final Shortcut presetKey = Shortcut.of(GROUP, "Choose a preset", this::showPresets, "Shortcut+P");
    private final Unmade unmade = new Unmade();

    @FXML
    private Label subject;

    @FXML
    private MenuButton presets;

    @FXML
    private Button openButton;

    @FXML
    private Button saveButton;

    @FXML
    private Button undoButton;

    @FXML
    private Button redoButton;

    @FXML
    private Button commandButton;

    @FXML
    private ToggleButton formToggle;

    @FXML
    private ToggleButton yamlToggle;

    @FXML
    private VBox sections;

    @FXML
    private ScrollPane form;

    @FXML
    private VBox yamlBox;

    @FXML
    private TextArea yamlText;

    @FXML
    private Label yamlProblem;

    @FXML
    private VBox summary;

    ExperimentView(ExperimentViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        unmade.add(
                this::bindHeader,
                this::bindPresets,
                this::bindSections,
                this::bindYaml,
                this::bindSummary,
                () -> show(FIRST));
    }

    private void bindSummary() {
        summary.getChildren().setAll(new SummaryView(model, this::showPlace, startKey).cards());
    }

    private void bindHeader() {
        presets.setTooltip(presetKey.tooltip());
        openButton.setTooltip(openKey.tooltip());
        saveButton.setTooltip(saveKey.tooltip());
        undoButton.setTooltip(undoKey.tooltip());
        redoButton.setTooltip(redoKey.tooltip());
        commandButton.setTooltip(commandKey.tooltip());
        yamlToggle.setTooltip(yamlKey.tooltip());
        formToggle.setTooltip(yamlKey.tooltip());
        Reason.bind(commandButton, model.noCommandProperty());
        Reason.when(undoButton, model.canUndoProperty().not(), "Nothing was changed that could be undone");
        Reason.when(redoButton, model.canRedoProperty().not(), "Nothing was undone that could be done again");
        model.editProperty().addListener((property, before, now) -> showSubject(now));
        showSubject(model.edit());
    }

    private void bindPresets() {
        for (String name : BundledFiles.PRESETS.names()) {
            presets.getItems().add(preset(PresetSummary.of(name)));
        }
    }

    private CustomMenuItem preset(PresetSummary summaryOf) {
        Label name = new Label(summaryOf.name());
        name.getStyleClass().add("preset-name");
        Label text = new Label(summaryOf.description());
        text.getStyleClass().add("preset-text");
        VBox box = new VBox(1, name, text);
        PresetChoice.named(summaryOf.name()).after().ifPresent(after -> {
            Label first = new Label(after);
            first.getStyleClass().add("preset-text");
            box.getChildren().add(first);
        });
        CustomMenuItem item = new CustomMenuItem(box);
        item.setId("preset-" + summaryOf.name());
        item.setOnAction(event -> model.loadPreset(summaryOf.name()));
        return item;
    }

    private void showSubject(Edit edit) {
        String origin = edit.origin().isEmpty()
                ? "new"
                : Path.of(edit.origin()).getFileName().toString();
        boolean changed = !edit.draft().equals(edit.base());
        subject.setText(origin + (changed && !edit.origin().isEmpty() ? ", changed" : ""));
    }

    private void bindSections() {
        ToggleGroup group = new ToggleGroup();
        for (Section section : Section.values()) {
            ToggleButton entry = new ToggleButton(section.title(), new FontIcon(section.icon()));
            entry.setId("section-" + section.name().toLowerCase(Locale.ROOT));
            entry.getStyleClass().add("section-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setToggleGroup(group);
            entry.setOnAction(event -> show(section));
            entries.put(section, entry);
            sections.getChildren().add(entry);
        }
        model.problemsProperty().addListener(change -> markProblems());
        markProblems();
    }

    private void markProblems() {
        List<Problem> problems = model.problemsProperty().get();
        entries.forEach((section, entry) -> {
            boolean wrong = problems.stream().anyMatch(p -> p.wrong() && p.section() == section);
            entry.pseudoClassStateChanged(PROBLEM, wrong);
            entry.setAccessibleText(section.title() + (wrong ? ", something has to be put right" : ""));
        });
    }

    private void showNext(int by) {
        Section[] all = Section.values();
        int now = 0;
        for (Section section : all) {
            now = entries.get(section).isSelected() ? section.ordinal() : now;
        }
        show(all[Math.floorMod(now + by, all.length)]);
    }

    /** Shows a part of the form. */
    private void show(Section section) {
        model.seal();
        entries.get(section).setSelected(true);
        form.setContent(made.computeIfAbsent(section, this::make));
        form.setVvalue(0);
        formToggle.setSelected(true);
    }

    private Node make(Section section) {
        VBox content = SectionView.of(section, model);
        Gutter.keep(form, content);
        return content;
    }

    private void showPlace(Problem problem) {
        show(problem.section());
        FormPlace.reveal(form, problem.path());
    }

    private void bindYaml() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(formToggle, yamlToggle);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        yamlBox.visibleProperty().bind(yamlToggle.selectedProperty());
        form.visibleProperty().bind(formToggle.selectedProperty());
        formToggle.setSelected(true);
        yamlText.textProperty()
                .addListener((property, before, now) -> model.yaml().edit(now));
        model.yaml().textProperty().addListener((property, before, now) -> showText(now));
        showText(model.yaml().textProperty().get());
        yamlProblem.pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), true);
        yamlProblem.textProperty().bind(model.yaml().problemProperty());
        yamlProblem.visibleProperty().bind(model.yaml().problemProperty().isNotEmpty());
        yamlProblem.managedProperty().bind(yamlProblem.visibleProperty());
    }

    private void showText(String text) {
        if (!text.equals(yamlText.getText())) {
            yamlText.setText(text);
        }
    }

    @FXML
    private void openFile() {
        model.desk()
                .files()
                .open("Open a configuration", null, "Configurations", List.of("*.yaml", "*.yml"))
                .ifPresent(model::openFile);
    }

    @FXML
    private void saveFile() {
        model.desk()
                .files()
                .save("Save the configuration", null, model.config().name() + ".yaml")
                .ifPresent(model::saveFile);
    }

    @FXML
    private void undo() {
        model.undo();
    }

    @FXML
    private void redo() {
        model.redo();
    }

    @FXML
    private void copyCommand() {
        String why = model.noCommandProperty().get();
        if (!why.isEmpty()) {
            model.desk().notices().inform("The command line is not copied", why);
            return;
        }
        Copying.text(model.command());
        model.desk().notices().inform("The command line is copied", "Paste it into a terminal");
    }

    private void start() {
        model.start();
    }

    private void resetField() {
        Node focused = form.getScene().getFocusOwner();
        while (focused != null && !(focused instanceof FieldRow)) {
            focused = focused.getParent();
        }
        if (focused instanceof FieldRow row) {
            row.reset();
        }
    }

    private void switchYaml() {
        (yamlToggle.isSelected() ? formToggle : yamlToggle).setSelected(true);
    }

    private void showPresets() {
        presets.show();
    }

    /** See {@link dev.fathom.ui.desk.Page#makeNext}. */
    boolean makeNext() {
        return unmade.makeNext();
    }

    /** The keys of this page. */
    List<Shortcut> shortcuts() {
        return List.of(
                startKey,
                presetKey,
                undoKey,
                redoKey,
                resetKey,
                openKey,
                saveKey,
                commandKey,
                yamlKey,
                nextKey,
                previousKey);
    }
}
