package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;

/**
 * Something that keeps an experiment from starting, or that the user should know before.
 *
 * @param path of the field it belongs to
 * @param what one sentence without a full stop
 * @param remedy what to do
 * @param serious whether the experiment cannot start
 * @param preset that makes what is missing, or null
 */
public record Problem(String path, String what, String remedy, boolean serious, String preset) {

    static Problem of(String path, UserException e) {
        return new Problem(path, e.what(), e.remedy(), true, null);
    }

    static Problem serious(String path, String what, String remedy) {
        return new Problem(path, what, remedy, true, null);
    }

    static Problem notice(String path, String what, String remedy) {
        return new Problem(path, what, remedy, false, null);
    }

    /** The same with the preset that makes what is missing. */
    Problem solvedBy(String name) {
        return new Problem(path, what, remedy, serious, name);
    }

    String sentence() {
        return remedy.isEmpty() ? what + "." : what + ". " + remedy + ".";
    }

    Section section() {
        return Section.of(path);
    }
}
