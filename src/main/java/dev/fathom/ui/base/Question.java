package dev.fathom.ui.base;

import java.util.List;

/**
 * Something to decide. Besides the answers there is always Cancel, which Esc means too.
 *
 * @param title the question
 * @param text what follows from the answers
 * @param answers buttons from left to right; the last one is what Enter means unless it is dangerous
 */
public record Question(String title, String text, List<Answer> answers) {

    /** A question with one answer besides Cancel. */
    public static Question of(String title, String text, Answer answer) {
        return new Question(title, text, List.of(answer));
    }

    /**
     * A button.
     *
     * @param label what will happen, as a verb
     * @param danger true for what cannot be undone: drawn in red and never what Enter means
     */
    public record Answer(String label, boolean danger, Runnable action) {
        public static Answer of(String label, Runnable action) {
            return new Answer(label, false, action);
        }

        public static Answer dangerous(String label, Runnable action) {
            return new Answer(label, true, action);
        }
    }
}
