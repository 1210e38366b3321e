package dev.fathom.cli;

import dev.fathom.run.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
        name = "fathom",
        mixinStandardHelpOptions = true,
        versionProvider = FathomCommand.VersionText.class,
        description = "Trains, distils, exports and measures monocular depth networks.",
        footer = {"", "Without arguments the window opens. Exit codes: 0 success, 1 failed work, 2 wrong use."})
final class FathomCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    /** Number and commit, for {@code --version}. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "fathom " + Version.current().number() + " ("
                        + Version.current().commit() + ")"
            };
        }
    }
}
