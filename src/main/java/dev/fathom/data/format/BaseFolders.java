package dev.fathom.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders below which the paths of a list may begin. Where the last one was found the next is looked for first. */
final class BaseFolders {
    private final List<Path> folders = new ArrayList<>();

    /** @param names of folders in the data set, which need not exist; the data set's own folder comes first */
    BaseFolders(Path root, List<String> names) {
        folders.add(root);
        names.stream().map(root::resolve).filter(Files::isDirectory).forEach(folders::add);
    }

    /** A file by the folder in which it was found and its path below it. */
    record Found(Path folder, String name) {
        Path file() {
            return folder.resolve(name);
        }
    }

    /** The file of a list's path, also without its first folder, which often is the data set's own. */
    Optional<Found> find(String path) {
        Optional<Found> found = below(path);
        int slash = path.indexOf('/');
        return found.isPresent() || slash < 0 ? found : below(path.substring(slash + 1));
    }

    private Optional<Found> below(String path) {
        for (int i = 0; i < folders.size(); i++) {
            Path folder = folders.get(i);
            if (Files.exists(folder.resolve(path))) {
                folders.remove(i);
                folders.add(0, folder);
                return Optional.of(new Found(folder, path));
            }
        }
        return Optional.empty();
    }
}
