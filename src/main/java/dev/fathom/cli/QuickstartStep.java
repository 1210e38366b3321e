package dev.fathom.cli;

import java.util.List;

/** The networks that the quickstart trains, in order. */
enum QuickstartStep {
    TEACHER("teacher", "Training the teacher"),
    STUDENT("student", "Training the student alone"),
    STAGE1("stage1", "Distillation, stage 1"),
    DISTILLED("distilled", "Distillation, stage 2");

    /** The networks of the final table; stage 1 is only a beginning. */
    static final List<QuickstartStep> COMPARED = List.of(TEACHER, STUDENT, DISTILLED);

    private final String key;
    private final String title;

    QuickstartStep(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Name of the configuration in {@code assets/quickstart} and of the entry in {@code quickstart.json}. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }
}
