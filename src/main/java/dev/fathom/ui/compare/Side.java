package dev.fathom.ui.compare;

/** Whose prediction. */
public enum Side {
    A("run A"),
    B("run B"),
    TEACHER("the teacher");

    private final String text;

    Side(String text) {
        this.text = text;
    }

    /** As it stands within a sentence. */
    public String text() {
        return text;
    }
}
