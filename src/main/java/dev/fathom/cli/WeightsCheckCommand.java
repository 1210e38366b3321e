package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.engine.pretrained.PretrainedFile;
import dev.fathom.engine.pretrained.PretrainedReport;
import dev.fathom.hub.WeightsCache;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.run.Json;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom weights check FILE --model NAME}: how a file fits a network's encoder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells which tensors of a file fit the encoder of a network, before anything is trained.")
final class WeightsCheckCommand implements Callable<Integer> {
    private static final int LISTED = 8;

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "A .safetensors file, or the name of downloaded weights.")
    private String file;

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "As \"fathom models\" lists it.")
    private String model;

    WeightsCheckCommand(Session session) {
        this.session = session;
    }

    @Option(names = "--json", description = "Print the result as JSON, with every tensor's name.")
    void printJson(boolean on) {
        session.json(on);
    }

    @Override
    public Integer call() throws Exception {
        Architecture architecture = Architectures.named(model);
        PretrainedFile weights = PretrainedFile.open(
                WeightsCache.standard().find(file),
                architecture.name(),
                PretrainedFile.encoder(architecture, architecture.build(ImageSize.VGA)));
        if (session.json()) {
            session.out().println(Json.pretty(weights.report()));
        } else {
            print(weights.report(), session.out());
        }
        weights.requireUsable();
        return 0;
    }

    private static void print(PretrainedReport report, PrintStream out) {
        out.println(report.file() + " for the encoder of " + report.network());
        out.println("  names       those of " + report.names()
                + (report.prefix().isEmpty() ? "" : ", after \"" + report.prefix() + "\""));
        out.println("  matched     " + report.matched().size() + " of " + report.wanted());
        list("missing", report.missing(), out);
        list(
                "misshapen",
                report.misshapen().stream()
                        .map(t -> t.name() + " " + t.found() + " instead of " + t.wanted())
                        .toList(),
                out);
        list("unexpected", report.unexpected(), out);
    }

    private static void list(String kind, List<String> names, PrintStream out) {
        out.printf("  %-11s %d%n", kind, names.size());
        names.stream().limit(LISTED).forEach(name -> out.println("    " + name));
        if (names.size() > LISTED) {
            out.println("    and " + (names.size() - LISTED) + " more, see --json");
        }
    }
}
