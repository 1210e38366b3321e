package dev.fathom.data.format;

import dev.fathom.core.FileNames;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files below a folder as paths relative to it, with slashes; without hidden ones. */
final class FileTree {
    private static final int DEPTH = 12;

    private FileTree() {}

    /** All files, sorted. */
    static List<String> files(Path root) {
        return list(root, name -> true, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * As many files as are enough to look at, in any order, of names by which they can be opened.
     *
     * @param ofFolder at most so many of each folder
     * @param ofAll at most so many in all
     */
    static List<String> some(Path root, int ofFolder, int ofAll) {
        return list(root, name -> FileNames.problem(name).isEmpty(), ofFolder, ofAll);
    }

    private static List<String> list(Path root, Predicate<String> wanted, int ofFolder, int ofAll) {
        Visitor visitor = new Visitor(root, wanted, ofFolder, ofAll);
        try {
            Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, visitor);
        } catch (IOException e) {
            throw new UserException(
                    "The folder " + root + " cannot be listed: " + e.getMessage(), "Check its permissions", e);
        }
        Collections.sort(visitor.found);
        return visitor.found;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final List<String> found = new ArrayList<>();
        private final Path root;
        private final Predicate<String> wanted;
        private final int ofFolder;
        private final int ofAll;
        private Path folder;
        private int inFolder;

        Visitor(Path root, Predicate<String> wanted, int ofFolder, int ofAll) {
            this.root = root;
            this.wanted = wanted;
            this.ofFolder = ofFolder;
            this.ofAll = ofAll;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
            return isHidden(entered) && !entered.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (isHidden(file) || !attributes.isRegularFile() || !wanted.test(name)) {
                return FileVisitResult.CONTINUE;
            }
            inFolder = file.getParent().equals(folder) ? inFolder + 1 : 1;
            folder = file.getParent();
            found.add(name);
            if (found.size() >= ofAll) {
                return FileVisitResult.TERMINATE;
            }
            return inFolder >= ofFolder ? FileVisitResult.SKIP_SIBLINGS : FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName() != null && path.getFileName().toString().startsWith(".");
        }
    }
}
