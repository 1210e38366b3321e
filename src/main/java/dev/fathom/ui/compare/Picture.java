package dev.fathom.ui.compare;

import java.util.List;

/** What a pane can show. */
public enum Picture {
    RGB("RGB", Kind.COLOUR, null),
    TRUTH("Ground truth", Kind.DEPTH, null),
    RUN_A("Run A", Kind.DEPTH, Side.A),
    RUN_B("Run B", Kind.DEPTH, Side.B),
    TEACHER("Teacher", Kind.DEPTH, Side.TEACHER),
    SIGNED_A("Signed error of A", Kind.SIGNED_ERROR, Side.A),
    SIGNED_B("Signed error of B", Kind.SIGNED_ERROR, Side.B),
    SIGNED_TEACHER("Signed error of the teacher", Kind.SIGNED_ERROR, Side.TEACHER),
    ABSOLUTE_A("Absolute error of A", Kind.ABSOLUTE_ERROR, Side.A),
    ABSOLUTE_B("Absolute error of B", Kind.ABSOLUTE_ERROR, Side.B),
    ABSOLUTE_TEACHER("Absolute error of the teacher", Kind.ABSOLUTE_ERROR, Side.TEACHER),
    MASK("Invalid mask", Kind.MASK, null),
    OVERLAY("Invalid on RGB", Kind.OVERLAY, null);

    /** How it is made and coloured. */
    enum Kind {
        COLOUR,
        DEPTH,
        SIGNED_ERROR,
        ABSOLUTE_ERROR,
        MASK,
        OVERLAY
    }

    private final String title;
    private final Kind kind;
    private final Side side;

    Picture(String title, Kind kind, Side side) {
        this.title = title;
        this.kind = kind;
        this.side = side;
    }

    public String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    /** Whose prediction it comes from, null if from none. */
    public Side side() {
        return side;
    }

    /** True if its pixels are metres of depth. */
    public boolean isDepth() {
        return kind == Kind.DEPTH;
    }

    /** True if its pixels are metres of error. */
    public boolean isError() {
        return kind == Kind.SIGNED_ERROR || kind == Kind.ABSOLUTE_ERROR;
    }

    /** The absolute error of a side's prediction. */
    static Picture absoluteError(Side side) {
        return switch (side) {
            case A -> ABSOLUTE_A;
            case B -> ABSOLUTE_B;
            case TEACHER -> ABSOLUTE_TEACHER;
        };
    }

    /** Those of which a cloud of points can be made. */
    public static List<Picture> depths() {
        return List.of(TRUTH, RUN_A, RUN_B, TEACHER);
    }
}
