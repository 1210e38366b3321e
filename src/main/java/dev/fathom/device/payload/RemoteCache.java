package dev.fathom.device.payload;

import static dev.fathom.device.ShellQuote.quote;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.CommandResult;
import dev.fathom.device.LinkLostException;
import dev.fathom.device.Machine;
import dev.fathom.device.MarkedLines;
import dev.fathom.device.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one folder of a device that Fathom writes to: {@code ~/.cache/fathom}, in it one folder per content,
 * {@code SHA256/NAME}. A file is uploaded as {@code upload.part}, its checksum is taken on the device, and only then it
 * gets its name; what a lost connection leaves is gone on with at the next time.
 */
public final class RemoteCache {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteCache.class);
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long KILO = 1024;
    private static final long MARGIN = 4L << 20;
    private static final double MEGA = 1e6;

    /** A payload with some models many times over. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int OLD_DAYS = 30;
    private static final int RECENT_DAYS = 1;
    private static final int EVERYTHING = -1;

    private static final String FUNCTIONS =
            """
            say() { printf '\\nFATHOM %s %s\\n' "$1" "$2"; }
            sum() { { sha256sum || python3 -c \\
                'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())'; } \\
                < "$1" 2>/dev/null | cut -c 1-64; }
            """;

    /** Says what is there. */
    private static final String LOOK = FUNCTIONS
            + """
            mkdir -p "$folder" || exit 1
            touch "$folder"
            if [ -f "$file" ]; then say sum "$(sum "$file")"; fi
            if [ -f "$part" ]; then say part "$(wc -c < "$part" | tr -d ' ')"; fi
            say free "$(df -Pk "$folder" | sed -n '$s/.* \\([0-9][0-9]*\\)  *[0-9]*%.*/\\1/p')"
            """;

    /** Gives the file its name if the checksum is right, else removes it. */
    private static final String FINISH = FUNCTIONS
            + """
            if [ "$(sum "$part")" = "$wanted" ]; then mv -f "$part" "$file" && say moved yes; else rm -f "$part"; fi
            """;

    private final Machine machine;
    private final Monitor monitor;
    private final String path;

    private RemoteCache(Machine machine, Monitor monitor, String path) {
        this.machine = machine;
        this.monitor = monitor;
        this.path = path;
    }

    /**
     * Makes the folder where it is missing.
     *
     * @throws UserException if that is impossible
     */
    public static RemoteCache open(Machine machine, Monitor monitor) throws IOException {
        CommandResult result = machine.run(
                "d=\"$HOME/.cache/fathom\"; mkdir -p \"$d\" && printf '\\nFATHOM cache %s\\n' \"$d\"", LIMIT);
        String path = MarkedLines.of(result.out())
                .first("cache")
                .orElseThrow(() -> new UserException(
                        "Cannot make the folder ~/.cache/fathom on " + machine.name() + reason(result),
                        "Check there that the home folder can be written to and the disk has room: df -h ~"));
        return new RemoteCache(machine, monitor, path);
    }

    private static String reason(CommandResult result) {
        return result.err()
                .lines()
                .findFirst()
                .map(line -> ": " + PlainText.of(line))
                .orElse("");
    }

    /** The folder on the device. */
    public String path() {
        return path;
    }

    /**
     * Puts something on the device unless it is there.
     *
     * @return its path there
     * @throws UserException if the disk is full or the checksum is wrong twice
     * @throws LinkLostException if the machine cannot be reached any more
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public String put(Payload payload) throws IOException {
        Place place = new Place(path + "/" + payload.sha256(), payload.name());
        for (int attempt = 1; ; attempt++) {
            MarkedLines there = look(place);
            if (there.first("sum").equals(Optional.of(payload.sha256()))) {
                return place.file();
            }
            upload(payload, place, there);
            if (moved(payload, place)) {
                return place.file();
            }
            if (attempt == 2) {
                throw new UserException(
                        payload.name() + " arrived damaged on " + machine.name() + ", twice",
                        "Check the memory card there: dmesg | grep -i mmc");
            }
            LOG.warn("{} arrived damaged on {}; once more", payload.name(), machine.name());
        }
    }

    /**
     * Removes contents that were not used for 30 days, and, from a gigabyte on, those that were not used since yesterday.
     *
     * @param used contents that stay
     */
    public Removed prune(Collection<Payload> used) throws IOException {
        List<String> keep = used.stream().map(Payload::sha256).toList();
        return new CachePruning(machine, path).prune(keep, MOST_BYTES, OLD_DAYS, RECENT_DAYS);
    }

    /** Removes every content; what else is in the folder stays. */
    public Removed clean() throws IOException {
        return new CachePruning(machine, path).prune(List.of(), 0, EVERYTHING, EVERYTHING);
    }

    /** Where a payload lies, and where it grows. */
    private record Place(String folder, String name) {
        String file() {
            return folder + "/" + name;
        }

        String part() {
            return folder + "/upload.part";
        }

        String variables() {
            return "folder=" + quote(folder) + "\nfile=" + quote(file()) + "\npart=" + quote(part()) + "\n";
        }
    }

    private MarkedLines look(Place place) throws IOException {
        CommandResult result = machine.run(place.variables() + LOOK, LIMIT);
        if (!result.succeeded()) {
            throw new UserException(
                    "Cannot make the folder " + place.folder() + " on " + machine.name() + reason(result),
                    "Check there that the disk has room and the folder is yours: ls -ld ~/.cache/fathom; df -h ~");
        }
        return MarkedLines.of(result.out());
    }

    private void upload(Payload payload, Place place, MarkedLines there) throws IOException {
        long part = there.whole("part").orElse(0L);
        long offset = part <= payload.size() ? part : 0;
        long needed = payload.size() - offset + MARGIN;
        long free = there.whole("free").map(kilobytes -> kilobytes * KILO).orElse(Long.MAX_VALUE);
        if (needed > free) {
            throw full(payload, free, null);
        }
        String stage = "Uploading " + payload.name();
        monitor.checkpoint(stage, offset, payload.size());
        try (InputStream content = payload.source().open()) {
            content.skipNBytes(offset);
            machine.write(place.part(), offset, content, done -> monitor.checkpoint(stage, done, payload.size()));
        } catch (LinkLostException e) {
            throw e;
        } catch (IOException e) {
            throw failed(payload, place, e);
        }
    }

    /** A write that fails for want of room has filled the disk: what it wrote is removed. */
    private IOException failed(Payload payload, Place place, IOException e) throws IOException {
        long free = look(place).whole("free").map(kilobytes -> kilobytes * KILO).orElse(Long.MAX_VALUE);
        if (free < MARGIN) {
            machine.run("rm -f " + quote(place.part()), LIMIT);
            throw full(payload, free, e);
        }
        return e;
    }

    private UserException full(Payload payload, long free, IOException cause) {
        return new UserException(
                String.format(
                        Locale.ROOT,
                        "The disk of %s is full: %s needs %.1f MB, and %.1f MB are free",
                        machine.name(),
                        payload.name(),
                        payload.size() / MEGA,
                        free / MEGA),
                "Make room there, and try again: sudo apt-get clean; du -sh ~/.cache/fathom/*",
                cause);
    }

    private boolean moved(Payload payload, Place place) throws IOException {
        String command = place.variables() + "wanted=" + payload.sha256() + "\n" + FINISH;
        CommandResult result = machine.run(command, LIMIT);
        return MarkedLines.of(result.out()).first("moved").isPresent();
    }
}
