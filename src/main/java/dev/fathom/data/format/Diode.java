package dev.fathom.data.format;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.Listing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * DIODE: {@code train} and {@code val}, in them indoors and outdoor, scenes and scans with {@code NAME.png},
 * {@code NAME_depth.npy} in metres and {@code NAME_depth_mask.npy}.
 */
final class Diode implements DatasetFormat {
    private static final int DEPTH = 5;
    private static final Pattern PICTURE = Pattern.compile("(.+?)(?<!_depth|_normal)\\.(?:png|jpg)");
    private static final Pattern METRES = Pattern.compile("(.+)_depth\\.npy");

    @Override
    public String name() {
        return "diode";
    }

    @Override
    public String layout() {
        return "train and val with folders of NAME.png, NAME_depth.npy and NAME_depth_mask.npy";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return FolderTree.first(root, DEPTH, Diode::isScan)
                .map(folder -> new Detection(Confidence.CERTAIN, folder + " has files NAME_depth.npy"));
    }

    private static boolean isScan(Path folder) {
        return NamedFiles.any(folder, METRES);
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(1);
        Collected found = new Collected();
        for (Path scan : FolderTree.all(root, DEPTH, Diode::isScan)) {
            String prefix = Collected.prefix(root, scan);
            found.pair(
                    part(prefix),
                    prefix,
                    NamedFiles.in(scan, PICTURE),
                    masked(scan, found),
                    (folder, name) -> new DiodeDepth(folder, name, scale));
        }
        return found.listing(scale, Optional.empty());
    }

    private static NamedFiles masked(Path scan, Collected found) {
        Map<String, String> masked = new TreeMap<>();
        NamedFiles.in(scan, METRES).byKey().forEach((key, name) -> {
            if (Files.exists(scan.resolve(DiodeDepth.mask(name)))) {
                masked.put(key, name);
            } else {
                found.problem(scan.resolve(name), "There is no " + DiodeDepth.mask(name) + " for it.");
            }
        });
        return new NamedFiles(scan, masked);
    }

    private static Part part(String prefix) {
        if (prefix.startsWith("val/")) {
            return Part.VAL;
        }
        return prefix.startsWith("test/") ? Part.TEST : Part.TRAIN;
    }
}
