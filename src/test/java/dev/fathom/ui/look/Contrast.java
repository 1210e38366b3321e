package dev.fathom.ui.look;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Text against what lies behind it, by WCAG 2.1 level AA: 4.5 to 1, 3 to 1 for large text and for icons. What lies
 * behind is read from a picture of the window: the most frequent colour in the text's rectangle.
 */
final class Contrast {
    private static final double NEEDED = 4.5;
    private static final double NEEDED_LARGE = 3;
    /** 18 points, and 14 points when bold, in pixels. */
    private static final double LARGE = 24;

    private static final double LARGE_BOLD = 18.66;

    private final WritableImage picture;

    Contrast(WritableImage picture) {
        this.picture = picture;
    }

    /** What is too faint. */
    List<String> faults(List<Seen> seen) {
        return seen.stream()
                .filter(one ->
                        one.node() instanceof Text text && !text.getText().isBlank() && !isOff(text))
                .filter(one -> one.node().getParent() != null)
                .map(this::fault)
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private static boolean isOff(Node node) {
        return node.isDisabled();
    }

    private String fault(Seen seen) {
        Text text = (Text) seen.node();
        if (!(text.getFill() instanceof Color fill)) {
            return "";
        }
        Color behind = behind(seen.area());
        double opacity = fill.getOpacity();
        for (Node node = text; node != null; node = node.getParent()) {
            opacity *= node.getOpacity();
        }
        double ratio = ratio(over(fill, opacity, behind), behind);
        double needed = text instanceof FontIcon || isLarge(text) ? NEEDED_LARGE : NEEDED;
        String shown = text instanceof FontIcon icon ? "icon " + icon.getIconLiteral() : '"' + text.getText() + '"';
        return ratio >= needed
                ? ""
                : String.format(
                        Locale.ROOT,
                        "contrast %.2f of %s in %s: %s on %s",
                        ratio,
                        shown,
                        new Seen(text.getParent(), seen.area()).name(),
                        fill,
                        behind);
    }

    private static boolean isLarge(Text text) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return size >= LARGE || bold && size >= LARGE_BOLD;
    }

    /** The most frequent colour. */
    private Color behind(Bounds area) {
        Map<Integer, Integer> counts = new HashMap<>();
        int right = (int) Math.min(picture.getWidth(), Math.ceil(area.getMaxX()));
        int bottom = (int) Math.min(picture.getHeight(), Math.ceil(area.getMaxY()));
        for (int y = (int) Math.max(0, area.getMinY()); y < bottom; y++) {
            for (int x = (int) Math.max(0, area.getMinX()); x < right; x++) {
                counts.merge(picture.getPixelReader().getArgb(x, y), 1, Integer::sum);
            }
        }
        int rgb = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0xffffff);
        return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    private static Color over(Color top, double opacity, Color below) {
        return new Color(
                top.getRed() * opacity + below.getRed() * (1 - opacity),
                top.getGreen() * opacity + below.getGreen() * (1 - opacity),
                top.getBlue() * opacity + below.getBlue() * (1 - opacity),
                1);
    }

    /** Of two opaque colours, from 1 to 21. */
    static double ratio(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
