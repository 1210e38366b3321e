package dev.fathom.data.check;

/** What can be wrong with a file or a pair, the worst first. */
public enum IssueKind {
    SCALE("suspicious scale"),
    LEAK("pictures of one split in another"),
    UNREADABLE("unreadable files"),
    COLOUR_DEPTH("colour pictures where depth is expected"),
    EIGHT_BIT_DEPTH("depth of 8 bits"),
    BYTE_ORDER("depth with swapped bytes"),
    ALL_INVALID("depth without a valid pixel"),
    SIZE("pairs of different proportions"),
    TURN("pairs perhaps turned or mirrored"),
    LEFT_OUT("files left out, most unpaired"),
    DUPLICATE("pictures that are there twice"),
    NEAR_DUPLICATE("near duplicates within a split");

    private final String title;

    IssueKind(String title) {
        this.title = title;
    }

    /** For people, in the plural. */
    public String title() {
        return title;
    }
}
