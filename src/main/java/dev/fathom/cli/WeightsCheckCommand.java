package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.engine.pretrained.PretrainedFile;
import dev.fathom.engine.pretrained.PretrainedReport;
import dev.fathom.hub.WeightsCache;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.run.Json;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom weights check FILE --model NAME}: how a file fits a network's encoder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells which tensors of a file fit the encoder of a network, before anything is trained.")
final class WeightsCheckCommand extends SessionCommand {
    private static final int LISTED = 8;

    @Parameters(paramLabel = "FILE", description = "A .safetensors file, or the name of downloaded weights.")
    private String file;

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "As \"fathom models\" lists it.")
    private String model;

    WeightsCheckCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        Architecture architecture = Architectures.named(model);
        PretrainedFile weights = PretrainedFile.open(
                WeightsCache.standard().find(file),
                architecture.name(),
                PretrainedFile.encoder(architecture, architecture.build(ImageSize.VGA)));
        session().result(Json.tree(weights.report()), text(weights.report()));
        weights.requireUsable();
        return 0;
    }

    private static String text(PretrainedReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.file()).append(" for the encoder of ").append(report.network());
        text.append("\n  names       those of ").append(report.names());
        text.append(report.prefix().isEmpty() ? "" : ", after \"" + report.prefix() + "\"");
        text.append("\n  matched     ")
                .append(report.matched().size())
                .append(" of ")
                .append(report.wanted());
        list("missing", report.missing(), text);
        list(
                "misshapen",
                report.misshapen().stream()
                        .map(t -> t.name() + " " + t.found() + " instead of " + t.wanted())
                        .toList(),
                text);
        list("unexpected", report.unexpected(), text);
        return text.toString();
    }

    private static void list(String kind, List<String> names, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "%n  %-11s %d", kind, names.size()));
        names.stream().limit(LISTED).forEach(name -> text.append("\n    ").append(name));
        if (names.size() > LISTED) {
            text.append("\n    and ").append(names.size() - LISTED).append(" more, see --json");
        }
    }
}
