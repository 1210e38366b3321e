package dev.fathom.device;

/** Arguments of a command for a POSIX shell. */
public final class ShellQuote {
    private ShellQuote() {}

    /** One word for {@code sh}, whatever characters it has: in single quotes, each single quote of it escaped. */
    public static String quote(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
