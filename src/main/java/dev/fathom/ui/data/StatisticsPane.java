package dev.fathom.ui.data;

import dev.fathom.core.ColorMap;
import dev.fathom.data.check.CheckReport;
import dev.fathom.data.check.DepthStatistics;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.image.ColourBar;
import dev.fathom.ui.image.Raster;
import dev.fathom.ui.plot.Histogram;
import dev.fathom.ui.plot.HistogramCanvas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a check counted: how deep the scenes are, and where depth is missing. */
final class StatisticsPane extends VBox {
    private static final String MAP = "magma";
    private static final double MASK_WIDTH = 300;

    private final Label numbers = new Label();
    private final HistogramCanvas histogram = new HistogramCanvas("depth in metres");
    private final ImageView mask = new ImageView();

    StatisticsPane() {
        setSpacing(12);
        setId("statistics");
        numbers.setWrapText(true);
        numbers.setMinHeight(USE_PREF_SIZE);
        mask.setSmooth(false);
        mask.setPreserveRatio(true);
        mask.setFitWidth(MASK_WIDTH);
        ColourBar bar = new ColourBar();
        bar.show(ColorMap.named(MAP));
        HBox legend = new HBox(8, new Label("always valid"), bar, new Label("never"));
        legend.setAlignment(Pos.CENTER_LEFT);
        Label maskTitle = new Label("Where depth is missing, over all maps");
        maskTitle.getStyleClass().add("card-title");
        VBox place = new VBox(8, maskTitle, mask, legend);
        Label title = new Label("Depth of all valid pixels");
        title.getStyleClass().add("card-title");
        VBox depths = new VBox(8, title, histogram);
        HBox.setHgrow(depths, Priority.ALWAYS);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        HBox row = new HBox(24, depths, place);
        VBox.setVgrow(row, Priority.ALWAYS);
        getChildren().addAll(numbers, row);
    }

    void show(CheckReport report) {
        setVisible(report != null);
        if (report == null) {
            return;
        }
        DepthStatistics found = report.statistics();
        numbers.setText(text(found));
        histogram.show(filled(found), marks(found));
        mask.setImage(maskOf(found).toImage());
    }

    /** The bins from the first that holds something to the last. */
    static Histogram filled(DepthStatistics found) {
        List<Long> pixels = found.binPixels();
        int first = 0;
        int last = pixels.size();
        while (first < last - 1 && pixels.get(first) == 0) {
            first++;
        }
        while (last > first + 1 && pixels.get(last - 1) == 0) {
            last--;
        }
        List<Double> ends = found.binMetres();
        return new Histogram(ends.get(first), ends.get(last), true, pixels.subList(first, last));
    }

    private static String text(DepthStatistics found) {
        return Numbers.count(found.depths()) + " depth maps, median " + Numbers.metres(found.medianMetres())
                + ", 98 % of the pixels between " + Numbers.metres(found.nearMetres()) + " and "
                + Numbers.metres(found.farMetres()) + "; " + Numbers.percent(found.invalidShare())
                + " of the pixels have none.\nPictures: " + sizes(found.pictureSizes()) + ".  Depth: "
                + sizes(found.depthSizes()) + ".";
    }

    private static String sizes(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .limit(4)
                        .map(entry -> Numbers.count(entry.getValue()) + " of " + size(entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /** Width first, as everywhere in the window; files have the height first. */
    private static String size(String heightByWidth) {
        String[] sides = heightByWidth.split("x");
        return sides.length == 2 ? sides[1] + " × " + sides[0] : heightByWidth;
    }

    private static Map<String, Double> marks(DepthStatistics found) {
        Map<String, Double> marks = new LinkedHashMap<>();
        if (found.depths() > 0) {
            marks.put("1 %", found.nearMetres());
            marks.put("median", found.medianMetres());
            marks.put("99 %", found.farMetres());
        }
        marks.values().removeIf(value -> !Double.isFinite(value));
        return marks;
    }

    private static Raster maskOf(DepthStatistics found) {
        ColorMap map = ColorMap.named(MAP);
        int[] argb = new int[found.maskRows() * found.maskColumns()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = map.argb(found.invalidMask().get(i).floatValue());
        }
        return new Raster(found.maskColumns(), found.maskRows(), argb);
    }
}
