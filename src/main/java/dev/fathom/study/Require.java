package dev.fathom.study;

import dev.fathom.core.UserException;

/** Checks of a study file. */
final class Require {
    private Require() {}

    static void that(boolean condition, String what, String remedy) {
        if (!condition) {
            throw new UserException(what, remedy);
        }
    }

    /** Names appear in references, paths and tables. */
    static void name(String name, String owner) {
        that(name != null && !name.isBlank(), owner + " has no name", "Add \"name: ...\" to it");
        that(
                !name.contains("/") && !name.startsWith(Reference.PREFIX),
                owner + " is called \"" + name + "\"",
                "Use a name without \"/\" that does not begin with \"" + Reference.PREFIX + "\"");
    }
}
