package dev.fathom.ui.compare;

/** The six pictures of a comparison, in the order in which they are laid out. */
public enum Pane {
    RGB("RGB"),
    TRUTH("Ground truth"),
    STUDENT("Student"),
    TEACHER("Teacher"),
    ERROR("Absolute error"),
    MASK("Invalid mask");

    private final String title;

    Pane(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
