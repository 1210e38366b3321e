package dev.fathom.core;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names that the system may refuse. With a locale such as POSIX, Java can neither make a file whose name has letters
 * outside ASCII nor open one that it finds in a folder.
 */
public final class FileNames {
    private FileNames() {}

    /** @throws UserException if the system can have no file of that name */
    public static Path in(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw refused(e);
        }
    }

    /** Why the system can have no file of that name; nothing if it can. */
    public static Optional<UserException> problem(String name) {
        try {
            Path.of(name);
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(refused(e));
        }
    }

    /** What to say of a name that was refused. */
    public static UserException refused(InvalidPathException e) {
        return new UserException(
                "\"" + PlainText.of(e.getInput()) + "\" cannot be the name of a file here",
                "Use a name of plain letters and digits, or start Fathom with the environment variable LC_ALL=C.UTF-8",
                e);
    }
}
