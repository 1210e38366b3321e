package dev.fathom.ui.base;

/**
 * Something the user should know, shown without interrupting.
 *
 * @param what one sentence without a full stop
 * @param remedy what to do, or an empty string
 * @param command for the shell, which stands in the remedy and can be copied, or an empty string
 * @param details for those who look for the cause, or an empty string
 * @param action something to do about it with one press, or null
 */
public record Notice(Kind kind, String what, String remedy, String command, String details, Action action) {
    /** How it is meant. */
    public enum Kind {
        INFORMATION,
        ERROR
    }

    /** A button. */
    public record Action(String label, Runnable run) {}

    /** A notice without a command. */
    public Notice(Kind kind, String what, String remedy, String details, Action action) {
        this(kind, what, remedy, "", details, action);
    }

    /** A notice that only tells. */
    public Notice(Kind kind, String what, String remedy) {
        this(kind, what, remedy, "", null);
    }

    /** The same without a button. */
    Notice withoutAction() {
        return new Notice(kind, what, remedy, command, details, null);
    }

    /** The remedy where the command stands below it by itself. */
    public String advice() {
        return command.isEmpty() ? remedy : remedy.replace(command, "the command below");
    }
}
