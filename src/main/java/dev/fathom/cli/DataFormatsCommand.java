package dev.fathom.cli;

import dev.fathom.data.format.DatasetFormats;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.Json;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom data formats}: how data sets may lie on the disk. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        description = "Lists the layouts that are recognised, by their names for --format.")
final class DataFormatsCommand implements Callable<Integer> {
    private final Session session;

    DataFormatsCommand(Session session) {
        this.session = session;
    }

    @Option(names = "--json", description = "Print the result as JSON.")
    void printJson(boolean on) {
        session.json(on);
    }

    @Override
    public Integer call() {
        Map<String, String> layouts = DatasetFormats.layouts();
        int widest = layouts.keySet().stream().mapToInt(String::length).max().orElseThrow();
        session.result(
                Json.tree(layouts),
                layouts.entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%-" + widest + "s  %s", e.getKey(), e.getValue()))
                        .collect(Collectors.joining("\n")));
        return ExitCodes.SUCCESS;
    }
}
