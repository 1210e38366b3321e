package dev.fathom.run;

import java.util.ArrayList;
import java.util.List;

/** The bits that a Raspberry Pi's {@code vcgencmd get_throttled} gives. */
public final class ThrottleFlags {
    /** What is so now. */
    public static final int NOW = 0xF;
    /** What has been so since the last boot. */
    public static final int SINCE_BOOT = 0xF0000;

    private static final List<String> WORDS =
            List.of("under-voltage", "clock capped", "throttled", "at the soft temperature limit");
    private static final int SINCE_BOOT_SHIFT = 16;

    private ThrottleFlags() {}

    /** What the bits say is so now. */
    public static List<String> now(int flags) {
        return words(flags & NOW);
    }

    /** What the bits say has been so since the last boot. */
    public static List<String> sinceBoot(int flags) {
        return words((flags & SINCE_BOOT) >> SINCE_BOOT_SHIFT);
    }

    /** All of it: {@code 0x50005: under-voltage, throttled now; under-voltage, throttled since boot}. */
    public static String text(int flags) {
        List<String> parts = new ArrayList<>();
        if (!now(flags).isEmpty()) {
            parts.add(String.join(", ", now(flags)) + " now");
        }
        if (!sinceBoot(flags).isEmpty()) {
            parts.add(String.join(", ", sinceBoot(flags)) + " since boot");
        }
        return parts.isEmpty() ? "none" : "0x" + Integer.toHexString(flags) + ": " + String.join("; ", parts);
    }

    private static List<String> words(int bits) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS.size(); i++) {
            if ((bits & 1 << i) != 0) {
                words.add(WORDS.get(i));
            }
        }
        return words;
    }
}
