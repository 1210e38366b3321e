package dev.fathom.data.format;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Pairs {@code NAME_color.jpg} and {@code NAME_depth.png} in one folder, as single samples of data sets go around. */
final class LoosePairs {
    private static final Pattern PICTURE = Pattern.compile("(?i)(.+)_color\\.(?:png|jpe?g)");
    private static final Pattern DEPTH = Pattern.compile("(?i)(.+)_depth\\.png");

    private LoosePairs() {}

    /** Adds the pairs of a folder if nothing else was found in it. */
    static void addTo(Collected found, Path folder, Collected.DepthKind kind) {
        if (found.isEmpty()) {
            found.pair(Part.TRAIN, "", NamedFiles.in(folder, PICTURE), NamedFiles.in(folder, DEPTH), kind);
        }
    }
}
