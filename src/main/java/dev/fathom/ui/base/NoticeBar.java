package dev.fathom.ui.base;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A strip that shows a notice with what to do, and takes no room when there is none. */
public final class NoticeBar extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final FontIcon icon = new FontIcon("fth-info");
    private final Label what = new Label();
    private final Label remedy = new Label();
    private final VBox texts = new VBox(2);
    private final Button details = new Button("Details");
    private final Button action = new Button();
    private Consumer<Notice> onDetails = notice -> {};
    private Runnable onDone = () -> {};

    public NoticeBar() {
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("notice-what");
        remedy.getStyleClass().add("notice-remedy");
        what.setWrapText(true);
        remedy.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        remedy.setMinHeight(Region.USE_PREF_SIZE);
        texts.setFillWidth(true);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        details.setMinWidth(Region.USE_PREF_SIZE);
        action.setMinWidth(Region.USE_PREF_SIZE);
        action.getStyleClass().add("notice-action");
        getChildren().addAll(icon, texts, details, action);
        show(null);
    }

    /** Shows what the value holds, from now on. */
    public void follow(ObservableValue<Notice> notice) {
        notice.addListener((value, before, now) -> show(now));
        show(notice.getValue());
    }

    /** What shows the details, and what follows after the notice's action was carried out. */
    public void setOnDetails(Consumer<Notice> consumer, Runnable done) {
        onDetails = consumer;
        onDone = done;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows this notice; null for none. */
    public void show(Notice notice) {
        show(this, notice != null);
        if (notice == null) {
            return;
        }
        boolean error = notice.kind() == Notice.Kind.ERROR;
        pseudoClassStateChanged(ERROR, error);
        icon.setIconLiteral(error ? "fth-alert-circle" : "fth-info");
        what.setText(notice.what());
        remedy.setText(notice.advice());
        texts.getChildren().setAll(what, remedy);
        if (!notice.command().isEmpty()) {
            texts.getChildren().add(new CommandField(notice.command()));
        }
        show(remedy, !notice.remedy().isEmpty());
        show(details, !notice.details().isEmpty());
        details.setOnAction(event -> onDetails.accept(notice));
        show(action, notice.action() != null);
        if (notice.action() != null) {
            action.setText(notice.action().label());
            action.setOnAction(event -> {
                onDone.run();
                notice.action().run().run();
            });
        }
    }
}
