package dev.fathom.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fathom data}: the verbs that deal with data sets. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Checks, divides and makes data sets; lists their formats.")
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing after \"data\"");
    }
}
