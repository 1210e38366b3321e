package dev.fathom.ui.experiment;

/**
 * One state of the form: all that undo brings back.
 *
 * @param draft what is set
 * @param origin what the form was filled from, for example a preset's name; empty for nothing
 * @param base the draft as it came from there
 */
public record Edit(Draft draft, String origin, Draft base) {
    /** The form as it is first shown. */
    static final Edit FIRST = new Edit(Draft.EMPTY, "", Draft.EMPTY);

    /** A draft that was just opened. */
    static Edit opened(String origin, Draft draft) {
        return new Edit(draft, origin, draft);
    }

    Edit with(Draft changed) {
        return new Edit(changed, origin, base);
    }
}
