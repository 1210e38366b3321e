package dev.fathom.cli;

import dev.fathom.core.FileNames;
import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.jobs.Jobs;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line and returns its exit code. */
public final class CommandLineFront {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineFront.class);
    private static final long STOP_SECONDS = 60;

    /** One step of a large network may take minutes, and libtorch crashes if the process ends while it computes. */
    private static final long WORKER_STOP_SECONDS = 600;

    private CommandLineFront() {}

    /** Runs {@code args}, as a worker if the first word says so. */
    public static int run(String[] args) {
        boolean worker = args.length > 0 && args[0].equals(Jobs.WORKER_FLAG);
        List<String> words = Arrays.asList(args).subList(worker ? 1 : 0, args.length);
        Session session = worker
                ? new WorkerSession(System.in, System.out, System.err, words)
                : new TerminalSession(System.out, System.err, words, System.console() != null);
        CountDownLatch done = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> stopCleanly(session, done), "interrupt");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            return commandLine(session).execute(words.toArray(String[]::new));
        } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
            session.failure(asUserException(e));
            return ExitCodes.FAILED;
        } finally {
            done.countDown();
        }
    }

    /** Ctrl-C: the work is asked to stop and is given time to save. */
    private static void stopCleanly(Session session, CountDownLatch done) {
        session.cancel();
        long patience = session.isWorker() ? WORKER_STOP_SECONDS : STOP_SECONDS;
        try {
            if (!done.await(patience, TimeUnit.SECONDS)) {
                LOG.warn("The work did not stop within {} s of the interrupt", patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static CommandLine commandLine(Session session) {
        CommandLine root = commands(session);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler((e, words) -> {
            session.failure(asUserException(e));
            return ExitCodes.USAGE;
        });
        root.setExecutionExceptionHandler((e, commandLine, parsed) -> {
            if (e instanceof CancellationException) {
                return ExitCodes.CANCELLED;
            }
            session.failure(asUserException(e));
            return e instanceof UsageException ? ExitCodes.USAGE : ExitCodes.FAILED;
        });
        return root;
    }

    private static CommandLine commands(Session session) {
        CommandLine data = new CommandLine(new DataCommand())
                .addSubcommand(new CheckDataCommand(session))
                .addSubcommand(new DataFormatsCommand(session))
                .addSubcommand(new SplitCommand(session))
                .addSubcommand(new SynthCommand(session));
        CommandLine weights = new CommandLine(new WeightsCommand())
                .addSubcommand(new WeightsCheckCommand(session))
                .addSubcommand(new WeightsFetchCommand(session));
        CommandLine bench = new CommandLine(new BenchCommand()).addSubcommand(new BenchDataCommand(session));
        return new CommandLine(new FathomCommand())
                .addSubcommand("data", data)
                .addSubcommand("weights", weights)
                .addSubcommand("bench", bench)
                .addSubcommand(new ModelsCommand(session))
                .addSubcommand(new DescribeCommand(session))
                .addSubcommand(new PresetsCommand(session))
                .addSubcommand(new TrainCommand(session))
                .addSubcommand(new ResumeCommand(session))
                .addSubcommand(new QuickstartCommand(session))
                .addSubcommand(new StudyCommand(session))
                .addSubcommand(new EvaluateCommand(session))
                .addSubcommand(new PredictCommand(session))
                .addSubcommand(new AlignCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new LatencyCommand(session))
                .addSubcommand(
                        new CommandLine(new DevicesCommand(session)).addSubcommand(new DevicesCleanCommand(session)))
                .addSubcommand(new InspectCommand(session))
                .addSubcommand(new ExpectedOutputCommand(session))
                .addSubcommand(new RunsCommand(session));
    }

    private static UserException asUserException(ParameterException e) {
        return Optional.ofNullable(e.getValue())
                .flatMap(FileNames::problem)
                .orElseGet(() -> new UserException(
                        e.getMessage().lines().findFirst().orElse("Wrong use"),
                        "Try \"" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help\""));
    }

    private static UserException asUserException(Throwable e) {
        if (e instanceof UserException user) {
            LOG.info("Failed: {}", user.sentence(), user.getCause());
            return user;
        }
        if (e instanceof InvalidPathException refused) {
            return asUserException(FileNames.refused(refused));
        }
        LOG.error("Unexpected", e);
        if (e instanceof OutOfMemoryError) {
            return new UserException("There is not enough memory", "Close other programs, or choose a smaller batch");
        }
        if (e instanceof LinkageError) {
            return new UserException(
                    "A native library does not work here: " + e.getMessage(),
                    "Fathom needs Linux x86-64 or aarch64 with glibc 2.34, macOS on Apple silicon, or Windows x86-64");
        }
        return new UserException(
                "Something went wrong inside Fathom: " + e,
                "The details are in " + System.getProperty("fathom.log") + "; please report them");
    }
}
