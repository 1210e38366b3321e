package dev.fathom.ui.job;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.base.LongWork;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Reason;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Work with its progress and a button to stop it. */
public final class JobCard extends HBox {
    public JobCard(LongWork job) {
        getStyleClass().addAll("card", "job-card");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(job.title());
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label stage = new Label();
        stage.textProperty().bind(job.stageProperty());
        stage.setMinWidth(Region.USE_PREF_SIZE);
        Label message = new Label();
        message.getStyleClass().add(Styles.TEXT_MUTED);
        message.textProperty().bind(job.messageProperty());
        Nodes.mayShorten(message);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("thin-progress");
        bar.progressProperty().bind(job.fractionProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox texts = new VBox(8, new HBox(10, title, stage, space, message), bar);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(texts, stopButton(job));
    }

    private static Button stopButton(LongWork job) {
        Button stop = new Button();
        stop.setGraphic(new FontIcon("fth-square"));
        stop.textProperty()
                .bind(Bindings.when(job.stoppingProperty()).then("Stopping").otherwise("Stop"));
        Reason.when(stop, job.stoppingProperty(), "It was asked to stop; " + job.leaves());
        stop.setTooltip(new Tooltip("Stop cleanly; " + job.leaves()));
        stop.setOnAction(event -> job.stop());
        stop.setMinWidth(Region.USE_PREF_SIZE);
        return stop;
    }
}
