package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decoded samples in a folder, one file each, under a name that stands for the sources, the size and time of their files,
 * and the canvas: when a file changes, its old entry is never looked at again. Entries appear whole or not at all, so a
 * killed program leaves a good cache. Safe from several threads and programs.
 */
public final class DiskCache {
    private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);

    private final Path folder;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * Opens a folder, which need not exist.
     *
     * @param maxBytes beyond which nothing more is written
     * @throws UserException if the folder cannot be made or listed
     */
    public DiskCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        try {
            Files.createDirectories(folder);
            bytes.set(CacheTidying.tidy(folder, maxBytes));
        } catch (IOException e) {
            throw new UserException(
                    "The cache folder " + folder + " cannot be used: " + e.getMessage(),
                    "Name another folder in data.cache, or none",
                    e);
        }
    }

    /** The decoded sample, from the folder or else from {@code decoding}, and then kept if there is room. */
    DecodedSample get(Sample sample, ImageSize canvas, String how, Supplier<DecodedSample> decoding) {
        Optional<Path> file = entry(sample, canvas, how);
        Optional<DecodedSample> known = file.flatMap(DiskCache::read);
        if (known.isPresent()) {
            return known.get();
        }
        DecodedSample decoded = decoding.get();
        file.ifPresent(to -> keep(to, decoded));
        return decoded;
    }

    /** Nothing if a file is not there, which decoding will say better. */
    private Optional<Path> entry(Sample sample, ImageSize canvas, String how) {
        try {
            CacheKey key = new CacheKey().add(canvas + " " + how).add(sample.picture());
            if (sample.depth().isPresent()) {
                key.add(sample.depth().get());
            }
            return Optional.of(folder.resolve(key.hex() + CacheTidying.ENDING));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<DecodedSample> read(Path file) {
        try {
            return DecodedFile.decode(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A full disk is no reason to stop a training: without its entry a sample is decoded again. The log says so once. */
    private void keep(Path file, DecodedSample decoded) {
        byte[] content = DecodedFile.encode(decoded);
        if (bytes.addAndGet(content.length) > maxBytes) {
            bytes.addAndGet(-content.length);
            return;
        }
        Path part = folder.resolve(
                ProcessHandle.current().pid() + "_" + unfinished.incrementAndGet() + CacheTidying.UNFINISHED);
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            bytes.addAndGet(-content.length);
            if (!failed.getAndSet(true)) {
                LOG.warn("Decoded pairs cannot be kept in {}, so they are decoded each time", folder, e);
            }
            discard(part);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.debug("{} is left for the next tidying", part, e);
        }
    }

    /** What the entries take. */
    long bytes() {
        return bytes.get();
    }
}
