package dev.fathom.data.format;

import dev.fathom.data.DepthFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a path says by the words in it: {@code scene1/depth/0001.png} and {@code scene1/rgb/0001.jpg} differ in nothing
 * but words that say which is the picture and which the depth, so their keys are equal.
 *
 * @param kind what the words or the ending say; empty if a header has to be looked at
 * @param key folders and name without those words, by which picture and depth belong together
 * @param stem folders without those words, then the whole name without its ending
 * @param split train, val or test, if a folder is called so
 */
record PathRole(Optional<Kind> kind, String key, String stem, Optional<String> split) {
    /** What a file holds. */
    enum Kind {
        PICTURE,
        DEPTH,
        /** Neither: a mask, a note. */
        OTHER
    }

    private static final Set<String> PICTURE_WORDS = Set.of(
            "rgb",
            "color",
            "colors",
            "colour",
            "colours",
            "image",
            "images",
            "img",
            "imgs",
            "picture",
            "pictures",
            "photo",
            "photos");
    private static final Set<String> DEPTH_WORDS =
            Set.of("depth", "depths", "depthmap", "depthmaps", "groundtruth", "gt");
    private static final Set<String> SILENT_WORDS = Set.of("sync", "proj", "map", "maps");
    private static final Set<String> OTHER_WORDS = Set.of(
            "mask", "masks", "normal", "normals", "label", "labels", "semantic", "confidence", "conf", "pose", "poses");
    private static final Set<String> PICTURE_ENDINGS = Set.of("png", "jpg", "jpeg");

    /** @param path below the data set's folder, with slashes */
    static PathRole of(String path) {
        int dot = path.lastIndexOf('.');
        String ending = dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
        String[] parts = (dot < 0 ? path : path.substring(0, dot)).split("/");
        List<String> words = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        Optional<String> split = Optional.empty();
        for (int i = 0; i < parts.length - 1; i++) {
            Optional<String> found = split(parts[i]);
            split = found.isPresent() ? found : split;
            String rest = found.isPresent() ? "" : rest(parts[i], words);
            if (!rest.isEmpty()) {
                folders.add(rest);
            }
        }
        String name = parts[parts.length - 1];
        String folder = folders.isEmpty() ? "" : String.join("/", folders) + "/";
        List<String> nameWords = new ArrayList<>();
        String key = folder + rest(name, nameWords);
        return new PathRole(kind(words, nameWords, ending), key, folder + name, split);
    }

    private static Optional<String> split(String folder) {
        return switch (folder.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of("train");
            case "val", "valid", "validation" -> Optional.of("val");
            case "test", "testing" -> Optional.of("test");
            default -> Optional.empty();
        };
    }

    /** A part of a path without the words of roles, which are added to {@code words}. */
    private static String rest(String part, List<String> words) {
        List<String> kept = new ArrayList<>();
        for (String token : part.split("[_\\-. ]+")) {
            String letters = token.replaceAll("\\d+$", "").toLowerCase(Locale.ROOT);
            if (isRole(letters)) {
                words.add(letters);
                kept.add(token.substring(letters.length()));
            } else {
                kept.add(token);
            }
        }
        kept.removeIf(String::isEmpty);
        return String.join("_", kept);
    }

    private static boolean isRole(String word) {
        return PICTURE_WORDS.contains(word)
                || DEPTH_WORDS.contains(word)
                || OTHER_WORDS.contains(word)
                || SILENT_WORDS.contains(word);
    }

    private static Optional<Kind> kind(List<String> folderWords, List<String> nameWords, String ending) {
        boolean picture = PICTURE_ENDINGS.contains(ending);
        boolean depth = DepthFiles.endings().contains(ending);
        boolean other = has(folderWords, OTHER_WORDS) || has(nameWords, OTHER_WORDS);
        if (!picture && !depth || other) {
            return Optional.of(Kind.OTHER);
        }
        if (!picture) {
            return Optional.of(Kind.DEPTH);
        }
        Optional<Kind> said = said(nameWords).or(() -> said(folderWords));
        if (depth) {
            return said;
        }
        return Optional.of(said.equals(Optional.of(Kind.DEPTH)) ? Kind.OTHER : Kind.PICTURE);
    }

    /** What words say, unless they say both or nothing. */
    private static Optional<Kind> said(List<String> words) {
        boolean picture = has(words, PICTURE_WORDS);
        if (picture == has(words, DEPTH_WORDS)) {
            return Optional.empty();
        }
        return Optional.of(picture ? Kind.PICTURE : Kind.DEPTH);
    }

    private static boolean has(List<String> words, Set<String> set) {
        return words.stream().anyMatch(set::contains);
    }

    /** The key without its last folder, for folders whose names say nothing. */
    String looseKey() {
        String[] parts = key.split("/");
        if (parts.length < 2) {
            return key;
        }
        String[] folders = Arrays.copyOf(parts, parts.length - 2);
        return String.join("/", folders) + "/" + parts[parts.length - 1];
    }
}
