package dev.fathom.data.format;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthPng;
import dev.fathom.data.FileDepth;
import dev.fathom.data.Listing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 7-Scenes and what is stored like it: {@code frame-000000.color.png} and {@code frame-000000.depth.png} in millimetres,
 * 65535 where nothing was measured, in folders {@code seq-01}; {@code TrainSplit.txt} and {@code TestSplit.txt} of each
 * scene say which sequences are for what.
 */
final class SevenScenes implements DatasetFormat {
    private static final int DEPTH = 3;
    private static final Pattern PICTURE = Pattern.compile("(frame-\\d+)\\.color\\.(?:png|jpe?g)");
    private static final Pattern MILLIMETRES = Pattern.compile("(frame-\\d+)\\.depth\\.png");

    @Override
    public String name() {
        return "7scenes";
    }

    @Override
    public String layout() {
        return "frame-000000.color.png and frame-000000.depth.png in folders seq-01, TrainSplit.txt and TestSplit.txt";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return FolderTree.first(root, DEPTH, SevenScenes::isSequence)
                .map(folder -> new Detection(Confidence.CERTAIN, folder + " has files frame-N.color"));
    }

    private static boolean isSequence(Path folder) {
        return NamedFiles.any(folder, PICTURE);
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(DepthPng.MILLIMETRES);
        Collected found = new Collected();
        for (Path sequence : FolderTree.all(root, DEPTH, SevenScenes::isSequence)) {
            found.pair(
                    SequenceSplit.of(sequence),
                    Collected.prefix(root, sequence),
                    NamedFiles.in(sequence, PICTURE),
                    NamedFiles.in(sequence, MILLIMETRES),
                    (folder, name) -> new FileDepth(folder, name, scale));
        }
        return found.listing(scale, Optional.empty());
    }
}
