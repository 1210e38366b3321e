package dev.fathom.jobs;

/** Exit codes of the {@code fathom} command. */
public final class ExitCodes {
    public static final int SUCCESS = 0;
    /** The work failed; one sentence on standard error says why. */
    public static final int FAILED = 1;
    /** The command line was wrong. */
    public static final int USAGE = 2;
    /** Stopped cleanly on request; what shells call interrupted. */
    public static final int CANCELLED = 130;
    /** Killed, often by the system for lack of memory. */
    public static final int KILLED = 137;

    private static final int ABORTED = 134;
    private static final int SEGMENTATION_FAULT = 139;

    private ExitCodes() {}

    /** What a code means, as the beginning of a sentence. */
    public static String describe(int exit) {
        return switch (exit) {
            case KILLED -> "The worker process was killed";
            case ABORTED -> "The worker process was aborted by a native library";
            case SEGMENTATION_FAULT -> "The worker process crashed in a native library";
            default -> "The worker process ended with code " + exit;
        };
    }
}
