package dev.fathom.run;

import dev.fathom.core.UserException;

/** Runs that a preset leaves to the user: {@code preset:NAME} stands for a finished run of the preset NAME. */
public final class Needs {
    private static final String PREFIX = "preset:";

    private Needs() {}

    /** @throws UserException naming the command that makes the run that is missing */
    public static void requireNone(RunConfig config) {
        if (config.distillation() != null) {
            require(config, config.distillation().teacher(), "learns from a teacher", "--teacher");
        }
        require(config, config.model().initFrom(), "starts from a run of the stage before", "--from");
    }

    private static void require(RunConfig config, String reference, String why, String option) {
        if (reference != null && reference.startsWith(PREFIX)) {
            String preset = reference.substring(PREFIX.length());
            throw new UserException(
                    config.name() + " " + why,
                    "Make it with \"fathom train " + preset + " --data DIR\" and name its run with " + option + " RUN");
        }
    }
}
