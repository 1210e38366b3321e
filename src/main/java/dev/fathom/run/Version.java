package dev.fathom.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Fathom this is; number and commit are written by the build. */
public record Version(String number, String commit) {
    private static final Version CURRENT = load();

    public static Version current() {
        return CURRENT;
    }

    private static Version load() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/fathom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(properties.getProperty("version"), properties.getProperty("commit"));
    }
}
