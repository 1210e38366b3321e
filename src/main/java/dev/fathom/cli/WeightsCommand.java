package dev.fathom.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fathom weights}: the verbs that deal with pretrained weights. */
@Command(
        name = "weights",
        mixinStandardHelpOptions = true,
        description = "Downloads pretrained weights and tells how they fit a network's encoder.")
final class WeightsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing after \"weights\"");
    }
}
