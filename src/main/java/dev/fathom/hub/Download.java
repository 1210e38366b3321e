package dev.fathom.hub;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Downloads one file of a hub into the cache. What has arrived of an unfinished download lies beside the target as
 * {@code .part}; the next try asks for the rest, on condition that the file is still the same. The target appears only
 * when all is there and its checksum is right.
 */
public final class Download {
    private static final int CHUNK = 1 << 16;

    private final HubId id;
    private final Path target;
    private final HubRequests requests;
    private final BooleanSupplier cancel;
    private final DownloadProgress progress;

    /**
     * @param cancel asked often; what has arrived is kept
     * @throws UserException if the hub's address is not one that can be trusted with a download
     */
    public Download(HubId id, URI hub, WeightsCache cache, BooleanSupplier cancel, DownloadProgress progress) {
        this.id = id;
        this.target = cache.path(id);
        this.requests = new HubRequests(hub);
        this.cancel = cancel;
        this.progress = progress;
    }

    /**
     * @param sha256 what the file's checksum has to be, besides what the hub says of it
     * @return the file in the cache; one that is there already is only checked
     * @throws UserException if it cannot be had, with the reason
     * @throws CancellationException if asked to stop
     */
    public Path run(Optional<Checksum> sha256) throws IOException {
        if (Files.isRegularFile(target)) {
            sha256.ifPresent(wanted -> Checksum.of(target).require(wanted, id, target));
            return target;
        }
        try (PartFile part = PartFile.open(target)) {
            Optional<Checksum> promised = fetch(part);
            progress.checking();
            Checksum found = Checksum.of(part.path());
            try {
                promised.ifPresent(wanted -> found.require(wanted, id, part.path()));
                sha256.ifPresent(wanted -> found.require(wanted, id, part.path()));
            } catch (UserException e) {
                part.discard();
                throw e;
            }
            part.finish();
        }
        return target;
    }

    /** Leaves the whole file in the part; returns the checksum that the hub promises. */
    private Optional<Checksum> fetch(PartFile part) throws IOException {
        HubResponse response = ask(part.size(), part.validator());
        if (response.status() == HubResponse.RANGE_IMPOSSIBLE) {
            response.close();
            if (response.endsAt(part.size())) {
                return response.checksum();
            }
            part.restart(Optional.empty());
            response = ask(0, Optional.empty());
        }
        try (HubResponse open = response) {
            open.requireSuccess(id);
            if (!open.continuesAt(part.size())) {
                part.restart(open.validator());
            }
            receive(open, part);
            return open.checksum();
        }
    }

    private HubResponse ask(long from, Optional<String> validator) {
        try {
            return requests.get(id, from, validator);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while downloading");
        } catch (IOException e) {
            throw new UserException(
                    "The hub " + requests.hub() + " cannot be reached",
                    "Check the network, or download " + requests.hub() + id.path()
                            + " on another machine and name the file instead",
                    e);
        }
    }

    private void receive(HubResponse response, PartFile part) throws IOException {
        long total = part.size() + response.length();
        part.requireRoom(response.length());
        byte[] chunk = new byte[CHUNK];
        try (StallGuard guard = new StallGuard(response.body(), cancel)) {
            int count = read(response.body(), chunk, part, total);
            while (count >= 0) {
                part.append(ByteBuffer.wrap(chunk, 0, count));
                progress.arrived(part.size(), total);
                guard.alive();
                count = read(response.body(), chunk, part, total);
            }
        }
        if (response.length() >= 0 && part.size() != total) {
            throw broken(part, total, null);
        }
    }

    private int read(InputStream in, byte[] chunk, PartFile part, long total) {
        try {
            int count = in.read(chunk);
            requireWanted();
            return count;
        } catch (IOException e) {
            requireWanted();
            throw broken(part, total, e);
        }
    }

    private void requireWanted() {
        if (cancel.getAsBoolean()) {
            throw new CancellationException("the download was stopped");
        }
    }

    private UserException broken(PartFile part, long total, IOException cause) {
        return new UserException(
                "The connection to the hub broke after " + part.size() + " of " + total + " bytes of " + id,
                "Run the command again; it goes on where it stopped",
                cause);
    }
}
