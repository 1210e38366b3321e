package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Decodes pictures and keeps the last ones. Safe for several threads. */
final class DecodedFiles {
    static final double MILLIMETRES = DepthPng.MILLIMETRES;

    private static final int KEPT = 24;

    private final Map<Key, Object> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Object> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(Path path, FileTime written) {}

    /** A colour picture, or {@code absent} as the reason if there is no file. */
    Found<RgbImage> rgb(Path path, String absent) {
        return read(path, absent, RgbFile::read, RgbImage.class);
    }

    /** Depth, or {@code absent} as the reason if there is no file. */
    Found<DepthMap> depth(Path path, double unitsPerMetre, String absent) {
        return read(path, absent, file -> DepthPng.read(file, unitsPerMetre), DepthMap.class);
    }

    private <T> Found<T> read(Path path, String absent, Function<Path, T> decoder, Class<T> type) {
        if (!Files.exists(path)) {
            return Found.missing(absent);
        }
        try {
            Key key = new Key(path, Files.getLastModifiedTime(path));
            Object known = get(key);
            if (known == null) {
                known = decoder.apply(path);
                put(key, known);
            }
            return Found.of(type.cast(known));
        } catch (UserException e) {
            return Found.missing(e.sentence());
        } catch (IOException e) {
            return Found.missing("Cannot read " + path.getFileName() + ": " + e.getMessage());
        }
    }

    private synchronized Object get(Key key) {
        return kept.get(key);
    }

    private synchronized void put(Key key, Object value) {
        kept.put(key, value);
    }
}
