package dev.fathom.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 256 colours from near to far, read from {@code assets/colormaps/NAME.tsv} (three columns red, green, blue 0-255). */
public final class ColorMap {
    /** Names of the maps that ship with Fathom. */
    public static final List<String> NAMES = List.of("viridis", "magma", "inferno", "plasma", "turbo", "gray");

    /** From far below zero (blue) over zero (light) to far above (red), for errors with a sign. */
    public static final String SIGNED = "coolwarm";

    private static final int SIZE = 256;

    private final String name;
    private final int[] argb;

    private ColorMap(String name, int[] argb) {
        this.name = name;
        this.argb = argb;
    }

    /** @throws UsageException if there is no map of that name */
    public static ColorMap named(String name) {
        if (!NAMES.contains(name) && !SIGNED.equals(name)) {
            throw new UsageException(
                    "There is no colour map \"" + name + "\"", "Use one of " + String.join(", ", NAMES));
        }
        String resource = "/assets/colormaps/" + name + ".tsv";
        try (InputStream in = ColorMap.class.getResourceAsStream(resource)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            int[] argb = lines.lines().mapToInt(ColorMap::parse).toArray();
            if (argb.length != SIZE) {
                throw new IllegalStateException(resource + " has " + argb.length + " colours");
            }
            return new ColorMap(name, argb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int parse(String line) {
        String[] rgb = line.split("\t");
        return 0xff000000 | Integer.parseInt(rgb[0]) << 16 | Integer.parseInt(rgb[1]) << 8 | Integer.parseInt(rgb[2]);
    }

    public String name() {
        return name;
    }

    /** Opaque ARGB of a value in 0..1; values outside take the end colours. The caller tests validity first. */
    public int argb(float t) {
        return argb[Math.max(0, Math.min(SIZE - 1, (int) (t * SIZE)))];
    }
}
