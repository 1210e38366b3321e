package dev.fathom.data.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds pictures that are there more than once, in one split or in several. */
final class Duplicates {
    /** Bounds the work where thousands of frames of a fixed camera look alike. */
    private static final int COMPARED = 64;

    private static final int PARTS = 8;

    private final Map<Long, Seen> byContent = new HashMap<>();
    private final List<Map<Integer, List<Seen>>> byPart = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();

    Duplicates() {
        for (int i = 0; i < PARTS; i++) {
            byPart.add(new HashMap<>());
        }
    }

    /** A picture that was hashed. */
    record Seen(String split, String stem, Path file, PictureHash hash) {
        String place() {
            return split + "/" + stem;
        }
    }

    void add(Seen picture) {
        Seen same = byContent.putIfAbsent(picture.hash.content(), picture);
        if (same != null && same.hash.sameContent(picture.hash)) {
            found(picture, same, "the same picture as ", IssueKind.DUPLICATE);
            return;
        }
        if (picture.hash.isTelling()) {
            near(picture)
                    .ifPresent(other -> found(picture, other, "nearly the same picture as ", IssueKind.NEAR_DUPLICATE));
            remember(picture);
        }
    }

    private Optional<Seen> near(Seen picture) {
        Optional<Seen> near = Optional.empty();
        for (int i = 0; i < PARTS; i++) {
            List<Seen> alike = byPart.get(i).getOrDefault(picture.hash.part(i), List.of());
            for (Seen other : alike.subList(Math.max(0, alike.size() - COMPARED), alike.size())) {
                if (other.hash.isNear(picture.hash)) {
                    if (!other.split.equals(picture.split)) {
                        return Optional.of(other);
                    }
                    near = Optional.of(other);
                }
            }
        }
        return near;
    }

    private void remember(Seen picture) {
        for (int i = 0; i < PARTS; i++) {
            byPart.get(i)
                    .computeIfAbsent(picture.hash.part(i), part -> new ArrayList<>(1))
                    .add(picture);
        }
    }

    private void found(Seen picture, Seen other, String how, IssueKind inOneSplit) {
        boolean leak = !picture.split.equals(other.split);
        issues.add(new Issue(
                leak ? IssueKind.LEAK : inOneSplit,
                picture.split,
                picture.stem,
                picture.file,
                "This is " + how + other.place() + (leak ? ", so " + picture.split + " does not test what is new" : "")
                        + "."));
    }

    List<Issue> issues() {
        return issues;
    }
}
