package dev.fathom.device;

/** Arguments of a command for a POSIX shell. */
public final class ShellQuote {
    private ShellQuote() {}

    /** One word for {@code sh}, whatever characters it has: in single quotes, each single quote of it escaped. */
    public static String quote(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }

    /** The same for people to read and copy: a word that no shell changes stays as it is. */
    public static String readable(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : quote(argument);
    }
}
