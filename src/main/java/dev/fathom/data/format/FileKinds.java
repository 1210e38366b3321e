package dev.fathom.data.format;

import dev.fathom.data.ImageHeader;
import dev.fathom.data.format.PathRole.Kind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What the files of a folder hold, with one look at a header for each folder whose name does not tell. */
final class FileKinds {
    /** Enough to see what a folder is, even if the first scenes hold something else. */
    private static final int LOOKED_AT = 5_000;

    private static final int LOOKED_AT_IN_A_FOLDER = 40;

    private final Path root;
    private final Map<String, Kind> byFolder = new HashMap<>();

    FileKinds(Path root) {
        this.root = root;
    }

    /** One file of each kind that a look at some of them finds, as a path below the root. */
    static Map<Kind, String> examples(Path root) {
        FileKinds kinds = new FileKinds(root);
        Map<Kind, String> first = new EnumMap<>(Kind.class);
        for (String file : FileTree.some(root, LOOKED_AT_IN_A_FOLDER, LOOKED_AT)) {
            first.putIfAbsent(kinds.of(file, PathRole.of(file)), file);
        }
        return first;
    }

    /** @param file below the root, with slashes */
    Kind of(String file, PathRole role) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        return role.kind().orElseGet(() -> byFolder.computeIfAbsent(folder, f -> look(file)));
    }

    private Kind look(String file) {
        boolean depth =
                ImageHeader.of(root.resolve(file)).map(ImageHeader::isDepthLike).orElse(false);
        return depth ? Kind.DEPTH : Kind.PICTURE;
    }
}
