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

    public UserException(String what, String remedy) {
        this(what, remedy, null);
    }

    public UserException(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.what = Objects.requireNonNull(what);
        this.remedy = Objects.requireNonNull(remedy);
    }

    /** What is wrong and where, without a full stop. */
    public String what() {
        return what;
    }

    /** What the user can do, without a full stop. */
    public String remedy() {
        return remedy;
    }

    /** Both parts as text for a terminal or a dialog. */
    public String sentence() {
        return what + ". " + remedy + ".";
    }
}
