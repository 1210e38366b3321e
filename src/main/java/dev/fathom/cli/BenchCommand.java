package dev.fathom.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fathom bench}: the verbs that measure Fathom itself on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures Fathom itself on this machine.")
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing after \"bench\"");
    }
}
