package dev.fathom.training;

import dev.fathom.run.RunInfo;

/** The loss or its gradient is not a finite number any more. */
final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RunInfo.Failure failure;

    DivergedException(String what, String remedy) {
        super(what);
        this.failure = new RunInfo.Failure(what, remedy);
    }

    RunInfo.Failure failure() {
        return failure;
    }
}
