package dev.fathom.export.report;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.ColorPng;
import dev.fathom.data.RgbFile;
import java.util.Base64;
import java.util.Locale;

/** A picture, the engine's and the file's depth of it, and how they differ, each with its colours in metres. */
final class Figures {
    private static final int STOPS = 16;
    static final ColorMap DEPTH = ColorMap.named("viridis");
    static final ColorMap DIFFERENCE = ColorMap.named("magma");

    private final ReportPicture picture;

    Figures(ReportPicture picture) {
        this.picture = picture;
    }

    String html() {
        DepthMap difference = picture.difference();
        double near = picture.nearest();
        double far = picture.farthest();
        return "<div class=\"pictures\">\n"
                + figure("RGB", picture.rgb(), "")
                + depth("Engine", picture.engine(), DEPTH, near, far)
                + depth("File", picture.file(), DEPTH, near, far)
                + depth("Absolute difference", difference, DIFFERENCE, 0, ReportPicture.high(difference))
                + "</div>\n";
    }

    private static String depth(String title, DepthMap map, ColorMap colours, double near, double far) {
        float from = (float) near;
        // Equal maps, or one that says the same everywhere, leave no range to colour.
        float to = Math.max((float) far, Math.nextUp(from));
        String bar = String.format(
                Locale.ROOT,
                "<div class=\"bar\"><span>%.4g m</span><i style=\"background:linear-gradient(to right%s)\"></i>"
                        + "<span>%.4g m</span></div>",
                from,
                stops(colours),
                far);
        return figure(title, ColorPng.colour(map, colours, from, to), bar);
    }

    private static String stops(ColorMap colours) {
        StringBuilder stops = new StringBuilder();
        for (int i = 0; i <= STOPS; i++) {
            stops.append(String.format(Locale.ROOT, ",#%06x", colours.argb((float) i / STOPS) & 0xffffff));
        }
        return stops.toString();
    }

    private static String figure(String title, RgbImage image, String bar) {
        String png = Base64.getEncoder().encodeToString(RgbFile.png(image));
        return "<figure><img alt=\"" + Html.escape(title) + "\" width=\"" + image.width() + "\" height=\""
                + image.height() + "\" src=\"data:image/png;base64," + png + "\"/>" + bar + "<figcaption>"
                + Html.escape(title) + "</figcaption></figure>\n";
    }
}
