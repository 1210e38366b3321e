package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Cost;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.run.Json;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom models}: the networks by name. */
@Command(name = "models", mixinStandardHelpOptions = true, description = "Lists the networks.")
final class ModelsCommand implements Callable<Integer> {
    private final Session session;

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Option(names = "--json", description = "Print the result as JSON.")
    void printJson(boolean on) {
        session.json(on);
    }

    /** One row. */
    private record Row(String name, long parameters, long macs, String description) {}

    @Override
    public Integer call() {
        List<Row> rows = Architectures.all().stream().map(ModelsCommand::row).toList();
        if (session.json()) {
            session.out().println(Json.pretty(rows));
            return 0;
        }
        for (Row row : rows) {
            session.out()
                    .printf(
                            Locale.ROOT,
                            "%-16s %7.3f M parameters  %8.1f M MACs  %s%n",
                            row.name,
                            row.parameters / 1e6,
                            row.macs / 1e6,
                            row.description);
        }
        return 0;
    }

    private static Row row(Architecture architecture) {
        Cost cost = Cost.of(architecture.build(ImageSize.VGA));
        return new Row(architecture.name(), cost.parameters(), cost.macs(), architecture.description());
    }
}
