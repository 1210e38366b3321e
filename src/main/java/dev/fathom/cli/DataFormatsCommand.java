package dev.fathom.cli;

import dev.fathom.data.format.DatasetFormats;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.Json;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code fathom data formats}: how data sets may lie on the disk. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        description = "Lists the layouts that are recognised, by their names for --format.")
final class DataFormatsCommand extends SessionCommand {
    DataFormatsCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Map<String, String> layouts = DatasetFormats.layouts();
        int widest = layouts.keySet().stream().mapToInt(String::length).max().orElseThrow();
        session()
                .result(
                        Json.tree(layouts),
                        layouts.entrySet().stream()
                                .map(e -> String.format(Locale.ROOT, "%-" + widest + "s  %s", e.getKey(), e.getValue()))
                                .collect(Collectors.joining("\n")));
        return ExitCodes.SUCCESS;
    }
}
