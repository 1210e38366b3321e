package dev.fathom.ui.base;

/**
 * Something the user should know, shown without interrupting.
 *
 * @param what one sentence without a full stop
 * @param remedy what to do, or an empty string
 */
public record Notice(Kind kind, String what, String remedy) {
    /** How it is meant. */
    public enum Kind {
        INFORMATION,
        ERROR
    }
}
