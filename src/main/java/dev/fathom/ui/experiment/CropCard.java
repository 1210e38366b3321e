package dev.fathom.ui.experiment;

import dev.fathom.data.BadSampleException;
import dev.fathom.data.Sample;
import dev.fathom.run.RunConfig;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.image.Raster;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the augmentation makes of pictures of the chosen data folder. */
final class CropCard extends VBox {
    private static final int PICTURES = 6;
    private static final int COLUMNS = 3;
    private static final double GAP = 8;

    private final ExperimentViewModel model;
    private final LatestTask drawing;
    private final List<ImageView> views = new ArrayList<>();
    private final GridPane grid = new GridPane();
    private final Label hint = new Label();
    private final Button again = new Button("Draw again", new FontIcon("fth-shuffle"));
    private int draw;
    private Object shown;

    CropCard(ExperimentViewModel model) {
        super(10);
        this.model = model;
        this.drawing = new LatestTask(model.desk().executor());
        getStyleClass().addAll("card", "form-card");
        Label title = new Label("What the network would see");
        title.getStyleClass().add("card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        again.setId("draw-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setTooltip(new Tooltip("Other pictures and other chances"));
        again.setOnAction(event -> {
            draw++;
            show();
        });
        HBox head = new HBox(title, space, again);
        head.getStyleClass().add("card-head");
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        fillGrid();
        grid.setMinHeight(Region.USE_PREF_SIZE);
        // The pictures follow the card; they must not keep it as wide as it was once.
        grid.setMinWidth(0);
        setMinWidth(0);
        getChildren().addAll(head, hint, grid);
        model.editProperty().addListener(change -> show());
        model.factsProperty().addListener(change -> show());
        show();
    }

    private void fillGrid() {
        grid.setId("crops");
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        for (int i = 0; i < PICTURES; i++) {
            ImageView view = new ImageView();
            view.setPreserveRatio(true);
            view.fitWidthProperty()
                    .bind(widthProperty().subtract(2 * 14 + GAP * (COLUMNS - 1)).divide(COLUMNS));
            views.add(view);
            grid.add(view, i % COLUMNS, i / COLUMNS);
        }
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
    }

    private void show() {
        RunConfig config = model.config();
        Finding<DataFacts> data = model.factsProperty().get().data();
        boolean wrong = model.problemOf("augmentation").isPresent();
        Reason.set(again, !data.isThere() || wrong ? "There are no pictures; the text below says why" : "");
        if (!data.isThere() || wrong || data.value().train().isEmpty()) {
            say(
                    wrong
                            ? "The pictures come back when the augmentation is in order."
                            : "Choose a data folder to see its pictures cropped, mirrored and recoloured.");
            shown = null;
            return;
        }
        List<Sample> train = data.value().train();
        Object wanted = List.of(
                config.augmentation(),
                config.model(),
                config.seed(),
                data.value().folder(),
                draw);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        again.setText("Drawing");
        drawing.submit(BackgroundTask.of(() -> CropDraws.of(config, train, draw, PICTURES))
                .onSuccess(this::fill)
                .onFailure(this::failed));
    }

    private void say(String text) {
        hint.setText(text);
        grid.setVisible(false);
        grid.setManaged(false);
    }

    private void fill(List<Raster> pictures) {
        again.setText("Draw again");
        for (int i = 0; i < pictures.size(); i++) {
            Raster picture = pictures.get(i);
            views.get(i)
                    .setImage(new WritableImage(new PixelBuffer<>(
                            picture.width(),
                            picture.height(),
                            IntBuffer.wrap(picture.argb()),
                            PixelFormat.getIntArgbPreInstance())));
        }
        grid.setVisible(true);
        grid.setManaged(true);
        hint.setText("Random draws from the training pictures; grey is outside the crop and counts for nothing.");
    }

    private void failed(Exception e) {
        again.setText("Draw again");
        if (e instanceof BadSampleException bad) {
            say(bad.problem().description());
        } else {
            model.desk().notices().error(e);
        }
    }
}
