package dev.fathom.data.format;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthFiles;
import dev.fathom.data.ImageHeader;
import dev.fathom.data.Listing;
import dev.fathom.data.format.PathRole.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures and depth in folders of any layout: sibling folders such as {@code rgb} and {@code depth}, at the top or in
 * every scene, or one folder with endings such as {@code 17_rgb.jpg} and {@code 17_depth.png}. They belong together if
 * their paths differ in nothing but the words for picture and depth. Where no word tells, a 16-bit gray PNG is depth.
 */
final class PlainFolders implements DatasetFormat {
    /** Enough to see what a folder is, even if the first scenes hold something else. */
    private static final int LOOKED_AT = 5_000;

    private static final int LOOKED_AT_IN_A_FOLDER = 40;

    @Override
    public String name() {
        return "folders";
    }

    @Override
    public String layout() {
        return "pictures (png, jpg) and depth (" + String.join(", ", DepthFiles.endings())
                + ") whose paths differ only in words such as rgb and depth";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        List<String> files = FileTree.some(root, LOOKED_AT_IN_A_FOLDER, LOOKED_AT);
        Kinds kinds = new Kinds(root);
        Map<Kind, String> first = new HashMap<>();
        for (String file : files) {
            first.putIfAbsent(kinds.of(file, PathRole.of(file)), file);
        }
        return first.containsKey(Kind.PICTURE) && first.containsKey(Kind.DEPTH)
                ? Optional.of(new Detection(
                        Confidence.POSSIBLE,
                        "it has pictures such as " + first.get(Kind.PICTURE) + " and depth such as "
                                + first.get(Kind.DEPTH)))
                : Optional.empty();
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        Kinds kinds = new Kinds(root);
        PlainPairs pairs = new PlainPairs(root, options);
        for (String file : FileTree.files(root)) {
            PathRole role = PathRole.of(file);
            pairs.add(file, role, kinds.of(file, role));
        }
        return pairs.listing();
    }

    /** What files hold, with one look at a header for each folder whose name does not tell. */
    private static final class Kinds {
        private final Path root;
        private final Map<String, Kind> byFolder = new HashMap<>();

        Kinds(Path root) {
            this.root = root;
        }

        Kind of(String file, PathRole role) {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            return role.kind().orElseGet(() -> byFolder.computeIfAbsent(folder, f -> look(file)));
        }

        private Kind look(String file) {
            boolean depth = ImageHeader.of(root.resolve(file))
                    .map(ImageHeader::isDepthLike)
                    .orElse(false);
            return depth ? Kind.DEPTH : Kind.PICTURE;
        }
    }
}
