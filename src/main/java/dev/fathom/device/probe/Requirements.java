package dev.fathom.device.probe;

import dev.fathom.run.DeviceProbe;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What measuring with the library and the runner that Fathom brings needs. */
public final class Requirements {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");
    private static final Version GLIBC = new Version(2, 34);
    private static final Version PYTHON = new Version(3, 7);
    private static final int WIDE = 64;

    private Requirements() {}

    /** Major and minor number. */
    private record Version(int major, int minor) {
        boolean reaches(Version wanted) {
            return major > wanted.major || major == wanted.major && minor >= wanted.minor;
        }
    }

    /** Whether there is a Python that can run the runner. */
    public static boolean python(DeviceProbe probe) {
        return version(probe.python()).map(found -> found.reaches(PYTHON)).orElse(false);
    }

    /** Why the library that Fathom brings cannot be loaded there; empty if it can, as far as one can see. */
    public static Optional<String> withoutLibrary(DeviceProbe probe) {
        if (probe.bits() != null && probe.bits() < WIDE) {
            return Optional.of("its programs have " + probe.bits() + " bits, and the library has 64");
        }
        if (!glibc(probe)) {
            return Optional.of(
                    "it has " + probe.libc() + ", and the library needs glibc " + GLIBC.major + "." + GLIBC.minor);
        }
        return Optional.empty();
    }

    /** False only if it is known that the C library is another or older. */
    static boolean glibc(DeviceProbe probe) {
        if (probe.libc() == null) {
            return true;
        }
        boolean gnu = probe.libc().toLowerCase(Locale.ROOT).matches(".*(glibc|gnu libc|libc6).*");
        return gnu
                && lastVersion(probe.libc()).map(found -> found.reaches(GLIBC)).orElse(true);
    }

    private static Optional<Version> version(String text) {
        Matcher matcher = VERSION.matcher(text == null ? "" : text);
        return matcher.find() ? Optional.of(read(matcher)) : Optional.empty();
    }

    /** {@code ldd} names its distribution's version first: {@code ldd (Debian GLIBC 2.36-9+deb12u4) 2.36}. */
    private static Optional<Version> lastVersion(String text) {
        Optional<Version> last = Optional.empty();
        Matcher matcher = VERSION.matcher(text);
        while (matcher.find()) {
            last = Optional.of(read(matcher));
        }
        return last;
    }

    private static Version read(Matcher matcher) {
        return new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
