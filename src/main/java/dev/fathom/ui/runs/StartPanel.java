package dev.fathom.ui.runs;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** An empty workspace: three columns for the three clicks to a first result. */
public final class StartPanel extends VBox {
    private static final double DATA_TEXT = 262;
    private static final double RECIPE_TEXT = 400;

    private final Button start = new Button("Start", new FontIcon("fth-play"));
    private final Label place = new Label();

    public StartPanel() {
        getStyleClass().add("start-panel");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void follow(StartViewModel model, String workspace) {
        Label title = new Label("From sample pictures to a measured network");
        title.getStyleClass().add("empty-title");
        Label text = new Label("There are no runs in this workspace yet. Choose data and a recipe, then press Start.");
        text.getStyleClass().add(Styles.TEXT_MUTED);
        HBox steps = new HBox(14, dataStep(model), recipeStep(model));
        place.setText("Runs will be in " + workspace);
        place.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        start.setId("emptyQuickstartButton");
        start.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        start.setMinWidth(160);
        start.setOnAction(event -> model.start());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox last = new HBox(14, place, space, start);
        last.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, text, steps, last);
    }

    private static VBox step(String heading, Node content) {
        Label label = new Label(heading);
        label.getStyleClass().add("card-title");
        VBox step = new VBox(10, label, content);
        step.getStyleClass().addAll("card", "start-step");
        return step;
    }

    private static VBox dataStep(StartViewModel model) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton sample = choice(
                group, DATA_TEXT, "Sample street scenes", "Small synthetic pictures with exact depth, for a first try");
        sample.setId("sampleData");
        sample.setSelected(true);
        sample.setOnAction(event -> {
            sample.setSelected(true);
            model.dataProperty().set(null);
        });
        ToggleButton own = choice(group, DATA_TEXT, "A folder of mine…", "Pictures with depth maps");
        own.setId("ownData");
        own.setOnAction(event -> {
            boolean chosen = model.chooseData() || model.dataProperty().get() != null;
            (chosen ? own : sample).setSelected(true);
        });
        model.dataProperty()
                .addListener((property, before, now) -> own.setGraphic(new ChoiceText(
                        DATA_TEXT, "A folder of mine…", now == null ? "Pictures with depth maps" : now.toString())));
        return step("1  Data", new VBox(8, sample, own));
    }

    private static VBox recipeStep(StartViewModel model) {
        ToggleGroup group = new ToggleGroup();
        VBox list = new VBox(8);
        for (Recipe recipe : model.recipes()) {
            ToggleButton button = choice(group, RECIPE_TEXT, recipe.title(), recipe.description());
            button.setId("recipe-" + recipe.title());
            button.setSelected(recipe.equals(model.recipeProperty().get()));
            button.setOnAction(event -> {
                button.setSelected(true);
                model.recipeProperty().set(recipe);
            });
            list.getChildren().add(button);
        }
        list.getStyleClass().add("start-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox step = step("2  Recipe", scroll);
        step.getStyleClass().add("start-recipes");
        return step;
    }

    private static ToggleButton choice(ToggleGroup group, double width, String title, String description) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().add("start-choice");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setGraphic(new ChoiceText(width, title, description));
        button.setAccessibleText(title + ": " + description);
        return button;
    }
}
