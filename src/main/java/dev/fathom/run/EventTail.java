package dev.fathom.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows an event stream that another process writes: each {@link #poll} returns what has come since the last. */
public final class EventTail {
    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);

    private final Path file;
    private long position;
    private Object fileKey;
    private boolean restarted;

    /** @param file of events, which need not exist yet */
    public EventTail(Path file) {
        this.file = file;
    }

    /** Starts at most {@code bytes} before the present end: enough to know how far a run is without reading it all. */
    public static EventTail nearEnd(Path file, int bytes) throws IOException {
        EventTail tail = new EventTail(file);
        if (Files.exists(file)) {
            tail.position = Math.max(0, Files.size(file) - bytes);
        }
        return tail;
    }

    /**
     * New whole lines as events. If the file was replaced or has shrunk (a resumed run drops what it repeats), reading
     * starts over and {@link #restarted()} tells so.
     */
    public List<Event> poll() throws IOException {
        return poll(Integer.MAX_VALUE);
    }

    /**
     * As {@link #poll()}, but reads at most this many bytes, which must be more than a line: whoever follows a long file
     * takes it in pieces, until one is empty.
     */
    public List<Event> poll(int mostBytes) throws IOException {
        restarted = false;
        if (!Files.exists(file)) {
            return List.of();
        }
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        long size = Files.size(file);
        if (size < position || fileKey != null && !fileKey.equals(key)) {
            position = 0;
            restarted = true;
        }
        fileKey = key;
        return size == position ? List.of() : parse(readFrom(position, Math.min(size, position + mostBytes)));
    }

    /** True if the last {@link #poll} began again at the start of the file: forget earlier events. */
    public boolean restarted() {
        return restarted;
    }

    private ByteBuffer readFrom(long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(from);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
        }
        return buffer.flip();
    }

    private List<Event> parse(ByteBuffer read) {
        byte[] bytes = read.array();
        List<Event> events = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < read.limit(); i++) {
            if (bytes[i] == '\n') {
                event(new String(bytes, start, i - start, StandardCharsets.UTF_8), file)
                        .ifPresent(events::add);
                start = i + 1;
            }
        }
        position += start;
        return events;
    }

    /** The event of a line without its end, if it is one. */
    static Optional<Event> event(String line, Path file) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.parseLine(line, Event.class));
        } catch (IOException e) {
            LOG.debug("Passed over a line of {} that is not an event: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
