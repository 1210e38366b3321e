package dev.fathom.data;

/** A sample cannot be used; the {@link #problem()} is its line in the error table. */
public final class BadSampleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DataProblem problem;

    BadSampleException(DataProblem problem, Throwable cause) {
        super(problem.description(), cause);
        this.problem = problem;
    }

    public DataProblem problem() {
        return problem;
    }
}
