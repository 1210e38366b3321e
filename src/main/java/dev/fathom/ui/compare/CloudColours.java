package dev.fathom.ui.compare;

/** What colours the points of a cloud. */
public enum CloudColours {
    PICTURE("RGB"),
    DEPTH("Depth"),
    ERROR("Absolute error");

    private final String title;

    CloudColours(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
