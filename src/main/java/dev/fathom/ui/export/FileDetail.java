package dev.fathom.ui.export;

import dev.fathom.run.ExportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;

/**
 * What is known of an exported file: the picture on which it differs most from the network, and its report.
 *
 * @param card holds the rest, and is shown when a file is chosen
 */
record FileDetail(Pane card, Label name, Label problem, Pane picture, GridPane facts) {

    /** @param file null if none is chosen */
    void show(ExportedFile file) {
        card.setVisible(file != null);
        facts.getChildren().clear();
        picture.getChildren().clear();
        if (file == null) {
            return;
        }
        name.setText(file.file().getFileName().toString());
        problem.setText(file.problem() == null ? "" : file.problem());
        if (file.report() != null) {
            showStrip(file.file().resolveSibling(file.report().worstPicture()), file.report());
            showFacts(Fact.of(file.report()));
        }
    }

    private void showFacts(List<Fact> lines) {
        for (int row = 0; row < lines.size(); row++) {
            Label what = new Label(lines.get(row).name());
            what.getStyleClass().add("fact-name");
            what.setMinWidth(Label.USE_PREF_SIZE);
            Label text = new Label(lines.get(row).text());
            text.setWrapText(true);
            text.setMinHeight(Label.USE_PREF_SIZE);
            facts.addRow(row, what, text);
            GridPane.setValignment(what, VPos.TOP);
        }
    }

    private void showStrip(Path strip, ExportReport report) {
        if (report.parity() == null || !Files.isRegularFile(strip)) {
            return;
        }
        boolean inBackground = true;
        ImageView view = new ImageView(new Image(strip.toUri().toString(), inBackground));
        view.setPreserveRatio(true);
        view.fitWidthProperty().bind(picture.widthProperty());
        Label caption = new Label("The picture that differs most, "
                + report.parity().worst() + ":  picture, network, file, and where they differ (brightest: most)");
        caption.getStyleClass().add("fact-name");
        caption.setWrapText(true);
        picture.getChildren().setAll(view, caption);
    }
}
