package dev.fathom.data.format;

import dev.fathom.core.FileNames;
import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthFiles;
import dev.fathom.data.Listing;
import dev.fathom.data.format.PathRole.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures and depth in folders of any layout: sibling folders such as {@code rgb} and {@code depth}, at the top or in
 * every scene, or one folder with endings such as {@code 17_rgb.jpg} and {@code 17_depth.png}. They belong together if
 * their paths differ in nothing but the words for picture and depth. Where no word tells, a 16-bit gray PNG is depth.
 */
final class PlainFolders implements DatasetFormat {
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
        Map<Kind, String> first = FileKinds.examples(root);
        return first.containsKey(Kind.PICTURE) && first.containsKey(Kind.DEPTH)
                ? Optional.of(new Detection(
                        Confidence.POSSIBLE,
                        "it has pictures such as " + first.get(Kind.PICTURE) + " and depth such as "
                                + first.get(Kind.DEPTH)))
                : Optional.empty();
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        FileKinds kinds = new FileKinds(root);
        PlainPairs pairs = new PlainPairs(root, options);
        for (String file : FileTree.files(root)) {
            Optional<UserException> refused = FileNames.problem(file);
            if (refused.isPresent()) {
                pairs.leaveOut(refused.get());
            } else {
                PathRole role = PathRole.of(file);
                pairs.add(file, role, kinds.of(file, role));
            }
        }
        return pairs.listing();
    }
}
