package dev.fathom.ui.base;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
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

    public NoticeBar() {
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("notice-what");
        remedy.getStyleClass().add("notice-remedy");
        what.setWrapText(true);
        remedy.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        remedy.setMinHeight(Region.USE_PREF_SIZE);
        VBox texts = new VBox(2, what, remedy);
        texts.setFillWidth(true);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(icon, texts);
        show(null);
    }

    /** Shows what the value holds, from now on. */
    public void follow(ObservableValue<Notice> notice) {
        notice.addListener((value, before, now) -> show(now));
        show(notice.getValue());
    }

    private void show(Notice notice) {
        setVisible(notice != null);
        setManaged(notice != null);
        if (notice == null) {
            return;
        }
        boolean error = notice.kind() == Notice.Kind.ERROR;
        pseudoClassStateChanged(ERROR, error);
        icon.setIconLiteral(error ? "fth-alert-circle" : "fth-info");
        what.setText(notice.what());
        remedy.setText(notice.remedy());
        remedy.setVisible(!notice.remedy().isEmpty());
        remedy.setManaged(!notice.remedy().isEmpty());
    }
}
