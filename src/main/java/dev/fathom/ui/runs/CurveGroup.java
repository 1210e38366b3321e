package dev.fathom.ui.runs;

/** What the curves show: one group at a time, because their sizes do not go together. */
enum CurveGroup {
    LOSS("Loss", "No steps yet"),
    VALIDATION("Validation", "No validation yet"),
    RATE("Learning rate", "No steps yet"),
    WEIGHTS("Learned weights", "This run does not learn the weights of its losses"),
    SPEED("Speed", "No steps yet");

    private final String label;
    private final String emptyText;

    CurveGroup(String label, String emptyText) {
        this.label = label;
        this.emptyText = emptyText;
    }

    String emptyText() {
        return emptyText;
    }

    @Override
    public String toString() {
        return label;
    }
}
