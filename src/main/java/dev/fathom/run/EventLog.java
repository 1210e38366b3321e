package dev.fathom.run;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The append-only event stream of a run, one JSON object a line. A line that a crash has torn, or that a newer version
 * wrote, is passed over.
 */
public final class EventLog implements AutoCloseable {
    private final Path file;
    private final Writer writer;

    private EventLog(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Opens for appending; after a crash the torn last line is ended first. */
    public static EventLog append(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean torn = endsWithoutNewline(file);
        Writer writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (torn) {
            writer.write('\n');
            writer.flush();
        }
        return new EventLog(file, writer);
    }

    private static boolean endsWithoutNewline(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(in.length() - 1);
            return in.read() != '\n';
        }
    }

    /**
     * Appends and flushes, so that whoever follows the file sees whole lines.
     *
     * @throws UserException if the disk does not take it
     */
    public synchronized void write(Event event) {
        try {
            writer.write(Json.line(event) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UserException(
                    "The event stream " + file + " cannot be written: " + e.getMessage(),
                    "Free space on the disk and check that the run folder can be written, then resume; nothing that was"
                            + " saved before is lost",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** All events of a file, none if there is no file. */
    public static List<Event> read(Path file) throws IOException {
        return new EventTail(file).poll();
    }

    /**
     * Rewrites the file with only the events that {@code keep} accepts: what a resumed run will repeat is dropped. Line
     * by line, since the stream of a run of days does not fit into memory.
     */
    public static void retain(Path file, Predicate<Event> keep) throws IOException {
        AtomicFiles.write(file, out -> {
            if (Files.exists(file)) {
                copy(file, keep, out);
            }
        });
    }

    private static void copy(Path file, Predicate<Event> keep, OutputStream out) throws IOException {
        // This reader passes over bytes that are no UTF-8, as a crash may leave them.
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Optional<Event> event = EventTail.event(line, file).filter(keep);
                if (event.isPresent()) {
                    out.write((Json.line(event.get()) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
