package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;

/**
 * Something that keeps an experiment from starting, or that the user should know before.
 *
 * @param path of the field it belongs to
 * @param what one sentence without a full stop
 * @param remedy what to do
 * @param weight what it means for the start
 * @param preset that makes what is missing, or null
 */
public record Problem(String path, String what, String remedy, Weight weight, String preset) {

    /** What a problem means for the start. */
    enum Weight {
        /** Still to be chosen: nothing is wrong yet, but the experiment cannot start. */
        OPEN,
        /** Has to be put right before the experiment can start. */
        WRONG,
        /** Good to know. */
        NOTICE
    }

    static Problem of(String path, UserException e) {
        return new Problem(path, e.what(), e.remedy(), Weight.WRONG, null);
    }

    static Problem serious(String path, String what, String remedy) {
        return new Problem(path, what, remedy, Weight.WRONG, null);
    }

    static Problem open(String path, String what, String remedy) {
        return new Problem(path, what, remedy, Weight.OPEN, null);
    }

    static Problem notice(String path, String what, String remedy) {
        return new Problem(path, what, remedy, Weight.NOTICE, null);
    }

    /** The same with the preset that makes what is missing. */
    Problem solvedBy(String name) {
        return new Problem(path, what, remedy, weight, name);
    }

    /** Whether the experiment cannot start. */
    boolean serious() {
        return weight != Weight.NOTICE;
    }

    /** Whether something was entered that cannot be, other than something that is still to be chosen. */
    boolean wrong() {
        return weight == Weight.WRONG;
    }

    String sentence() {
        return remedy.isEmpty() ? what + "." : what + ". " + remedy + ".";
    }

    Section section() {
        return Section.of(path);
    }
}
