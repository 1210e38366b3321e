package dev.fathom.core;

import java.util.Objects;

/**
 * Something the user can understand and act on: what is wrong (and where), and what to do about it.
 *
 * <p>Front ends show {@link #sentence()} and never a stack trace; the cause goes to the log.
 */
public class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;
    private final String command;

    /**
     * @param what happened, without a full stop
     * @param remedy what to do, without a full stop
     */
    public UserException(String what, String remedy) {
        this(what, remedy, null);
    }

    /** The same with its cause, for the log. */
    public UserException(String what, String remedy, Throwable cause) {
        this(what, remedy, "", cause);
    }

    private UserException(String what, String remedy, String command, Throwable cause) {
        super(what, cause);
        this.what = Objects.requireNonNull(what);
        this.remedy = Objects.requireNonNull(remedy);
        this.command = Objects.requireNonNull(command);
    }

    /**
     * What a shell command puts right.
     *
     * @param remedy has the command in it, so that it also stands in a terminal
     * @param command which a window offers to copy
     */
    public static UserException withCommand(String what, String remedy, String command) {
        return new UserException(what, remedy, command, null);
    }

    /** What is wrong and where, without a full stop. */
    public String what() {
        return what;
    }

    /** What the user can do, without a full stop. */
    public String remedy() {
        return remedy;
    }

    /** The shell command within the remedy that can be run as it stands; empty if there is none. */
    public String command() {
        return command;
    }

    /** Both parts as text for a terminal or a dialog. */
    public String sentence() {
        return what + ". " + remedy + ".";
    }
}
