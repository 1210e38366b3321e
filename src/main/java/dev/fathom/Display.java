package dev.fathom;

import java.util.Locale;

/** Whether a window can be opened here. */
final class Display {
    private Display() {}

    /** On Linux an X11 or Wayland display has to be named by the environment; elsewhere there always is one. */
    static boolean isPresent() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
