package dev.fathom.core;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads text that people write, in UTF-8, and says in one sentence why it cannot be read. */
public final class TextFiles {
    private TextFiles() {}

    /** What a file is read into. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /** @throws UserException if the file is missing, unreadable or not UTF-8 text */
    public static String read(Path file) {
        return reading(file, () -> Files.readString(file, StandardCharsets.UTF_8));
    }

    /** @throws UserException if the file is missing, unreadable or not UTF-8 text */
    public static List<String> lines(Path file) {
        return reading(file, () -> Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new UserException("There is no file " + file, "Check the path", e);
        } catch (CharacterCodingException e) {
            throw new UserException(
                    file + " is not UTF-8 text", "If it is a text file, save it again with the encoding UTF-8", e);
        } catch (IOException e) {
            throw new UserException(
                    "Cannot read " + file + ": " + e.getMessage(), "Check that the file is readable", e);
        }
    }
}
