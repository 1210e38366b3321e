package dev.fathom.export.inspect;

/** How the inspection of a damaged file ended. */
enum FuzzOutcome {
    REFUSED_BY_CHECK,
    REFUSED_BY_RUNTIME,
    RAN,
    DIED,
    TIMED_OUT;

    /** Before an outcome on the worker's output; libraries write there too. */
    static final String MARK = "@outcome ";
}
