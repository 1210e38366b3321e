package dev.fathom.core;

/** The command line was wrong: an option has a value that it cannot have. Nothing was done. */
public final class UsageException extends UserException {
    private static final long serialVersionUID = 1L;

    public UsageException(String what, String remedy) {
        super(what, remedy);
    }

    public UsageException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
