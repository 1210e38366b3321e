package dev.fathom.data.format;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthFiles;
import dev.fathom.data.format.PathRole.Kind;
import java.nio.file.Path;
import java.util.Map;

/** What to say of a folder that looks like no data set: what is in it, what is missing, and where it belongs. */
final class UnknownFolder {
    private UnknownFolder() {}

    static UserException told(Path root) {
        Map<Kind, String> seen = FileKinds.examples(root);
        return new UserException(
                "Nothing in " + root + " looks like a data set: " + found(seen),
                remedy(seen) + "; \"fathom data formats\" lists all layouts that are recognised");
    }

    private static String found(Map<Kind, String> seen) {
        String picture = seen.get(Kind.PICTURE);
        String depth = seen.get(Kind.DEPTH);
        String other = seen.get(Kind.OTHER);
        if (picture != null) {
            String others = other == null ? "" : ", files such as " + other + " that are neither";
            return "it has pictures such as " + picture + others + ", and no depth";
        }
        if (depth != null) {
            return "it has depth such as " + depth + ", and no pictures";
        }
        return other == null
                ? "it holds no files"
                : "it has files such as " + other + ", and neither pictures nor depth";
    }

    private static String remedy(Map<Kind, String> seen) {
        String endings = String.join(", ", DepthFiles.endings());
        if (seen.containsKey(Kind.PICTURE)) {
            return "Name the folder that holds both, or put the depth (" + endings
                    + ") under the pictures' names into a folder depth beside their folder rgb";
        }
        return seen.containsKey(Kind.DEPTH)
                ? "Name the folder that holds both, or put the pictures (png, jpg) under the names of their depth into a"
                        + " folder rgb beside the folder depth"
                : "Name the folder that holds the pictures and their depth";
    }
}
