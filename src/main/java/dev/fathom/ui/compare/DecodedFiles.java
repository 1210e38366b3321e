package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthSource;
import dev.fathom.data.PictureSource;
import dev.fathom.data.PixelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decodes pictures and keeps the last ones, as many as have room. Safe for several threads. */
final class DecodedFiles {
    /** About three comparisons of pictures of 640x480 with their depth and three predictions. */
    private static final long ROOM_BYTES = 16L << 20;

    private final Map<Key, Object> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Key(PixelSource source, Optional<DepthSource> over, FileTime written) {}

    /**
     * A colour picture as its depth lies over it, or {@code absent} as the reason if there is no file.
     *
     * @param depth null for none; then the picture is upright
     */
    Found<RgbImage> picture(PictureSource source, DepthSource depth, String absent) {
        Optional<DepthSource> below = Optional.ofNullable(depth);
        return read(source, below, absent, picture -> picture.readStored().over(below), RgbImage.class);
    }

    /** Depth, or {@code absent} as the reason if there is no file. */
    Found<DepthMap> depth(DepthSource source, String absent) {
        return read(source, Optional.empty(), absent, file -> file.read().toDepthMap(), DepthMap.class);
    }

    private <S extends PixelSource, T> Found<T> read(
            S source, Optional<DepthSource> over, String absent, Function<S, T> decoder, Class<T> type) {
        if (!Files.exists(source.file())) {
            return Found.missing(absent);
        }
        try {
            Key key = new Key(source, over, Files.getLastModifiedTime(source.file()));
            Object known = get(key);
            if (known == null) {
                known = decoder.apply(source);
                put(key, known);
            }
            return Found.of(type.cast(known));
        } catch (UserException e) {
            return Found.missing(e.sentence());
        } catch (IOException e) {
            return Found.missing("Cannot read " + source.place() + ": " + e.getMessage());
        }
    }

    private synchronized Object get(Key key) {
        return kept.get(key);
    }

    private synchronized void put(Key key, Object pixels) {
        bytes += bytes(pixels) - bytes(kept.put(key, pixels));
        Iterator<Object> eldest = kept.values().iterator();
        while (bytes > ROOM_BYTES && kept.size() > 1) {
            bytes -= bytes(eldest.next());
            eldest.remove();
        }
    }

    private static long bytes(Object pixels) {
        if (pixels instanceof RgbImage image) {
            return image.rgb().length;
        }
        return pixels instanceof DepthMap depth ? (long) Float.BYTES * depth.metres().length : 0;
    }
}
