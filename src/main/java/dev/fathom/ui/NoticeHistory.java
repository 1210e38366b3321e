package dev.fathom.ui;

import dev.fathom.ui.base.DialogCard;
import dev.fathom.ui.base.Notice;
import dev.fathom.ui.base.NoticeBar;
import dev.fathom.ui.base.Notices;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was told since the window opened, newest first, each with what can be done about it. */
final class NoticeHistory extends DialogCard {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int SHOWN = 30;
    private static final double HEIGHT = 440;
    private static final double ROW = 96;

    NoticeHistory(Notices notices, Consumer<Notice> onDetails, Runnable close) {
        super("notice-history", "Notices");
        getStyleClass().add("notice-history");
        VBox list = new VBox(8);
        notices.history().stream().limit(SHOWN).forEach(past -> list.getChildren()
                .add(row(past, onDetails, close)));
        getChildren().add(1, list.getChildren().isEmpty() ? new Label("No notices yet") : scrolled(list));
        Button done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        addButtons(done);
    }

    private static ScrollPane scrolled(VBox list) {
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(Math.min(HEIGHT, ROW * list.getChildren().size()));
        return scroll;
    }

    private static HBox row(Notices.Past past, Consumer<Notice> onDetails, Runnable close) {
        Label time = new Label(CLOCK.format(past.time()));
        time.getStyleClass().addAll("number", "text-muted");
        time.setMinWidth(USE_PREF_SIZE);
        NoticeBar bar = new NoticeBar();
        bar.setOnDetails(onDetails, close);
        bar.show(past.notice());
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(12, time, bar);
        row.getStyleClass().add("notice-row");
        return row;
    }
}
