package dev.fathom.ui.desk;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window remembers from one start to the next: theme, place and size, and what pages ask for. No secrets. */
public final class Settings {
    /** Limits of the update interval in milliseconds. */
    public static final int FASTEST = 100;

    public static final int SLOWEST = 5000;

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Path file;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final Map<String, String> memory;
    private final IntegerProperty textSize;
    private final IntegerProperty interval;
    private final IntegerProperty runsAtOnce;
    private final IntegerProperty threads;
    private Bounds bounds;

    /** Place and size on the screens, and whether the window fills its screen. */
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /** The content of the file. */
    record Stored(boolean dark, Bounds bounds, Map<String, String> memory) {}

    private Settings(Path file, Stored stored) {
        this.file = file;
        dark.set(stored.dark());
        bounds = stored.bounds();
        memory = new TreeMap<>(stored.memory() == null ? Map.of() : stored.memory());
        textSize = remembered("window.textSize", 14);
        interval = remembered("runs.interval", 300);
        runsAtOnce = remembered("runs.atOnce", 1);
        threads = remembered("experiment.threads", 0);
    }

    private IntegerProperty remembered(String key, int usual) {
        IntegerProperty value = new SimpleIntegerProperty(number(recall(key, ""), usual));
        value.addListener((property, before, now) -> remember(key, String.valueOf(now)));
        return value;
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** {@code $XDG_CONFIG_HOME/fathom/window.json}, else under {@code ~/.config}. */
    public static Path standardFile() {
        String chosen = System.getenv("XDG_CONFIG_HOME");
        Path base = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(chosen);
        return base.resolve("fathom").resolve("window.json");
    }

    /** Reads the file; without one, or with one that is not understood, the window starts as the first time. */
    public static Settings load(Path file) {
        Stored first = new Stored(false, null, Map.of());
        if (!Files.exists(file)) {
            return new Settings(file, first);
        }
        try {
            return new Settings(file, Json.readFile(file, Stored.class));
        } catch (UserException e) {
            LOG.warn("Window settings are not understood and start anew: {}", e.sentence());
            return new Settings(file, first);
        }
    }

    public void save() {
        write(stored());
    }

    /** All of it as it is now. */
    Stored stored() {
        return new Stored(dark.get(), bounds, new TreeMap<>(memory));
    }

    void write(Stored stored) {
        try {
            Json.writeFile(file, stored);
        } catch (ClosedByInterruptException e) {
            LOG.debug("The window closes and will save its settings once more", e);
        } catch (IOException e) {
            LOG.warn("Window settings could not be saved in {}", file, e);
        }
    }

    /** True for the dark theme. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Height of the text in points. */
    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    /** Milliseconds between two looks at the run that is shown. */
    public IntegerProperty intervalProperty() {
        return interval;
    }

    /** How many runs of the queue train at once. */
    public IntegerProperty runsAtOnceProperty() {
        return runsAtOnce;
    }

    /** Threads of each new experiment, 0 for as many as there are cores. */
    public IntegerProperty threadsProperty() {
        return threads;
    }

    /** Where the window was, or null. */
    public Bounds bounds() {
        return bounds;
    }

    public void setBounds(Bounds now) {
        bounds = now;
    }

    /**
     * What was remembered under a key.
     *
     * @param key begins with the page, for example {@code data.lastFolder}
     */
    public String recall(String key, String otherwise) {
        return memory.getOrDefault(key, otherwise);
    }

    /** Remembers a text for the next start. */
    public void remember(String key, String value) {
        memory.put(key, value);
    }
}
