package dev.fathom.cli;

import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.Json;
import dev.fathom.run.PresetSummary;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fathom presets}: the recipes that Fathom brings, and what their papers leave open. */
@Command(
        name = "presets",
        mixinStandardHelpOptions = true,
        description = "Lists the recipes of the papers, or prints one as YAML to copy and change.")
final class PresetsCommand extends SessionCommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Print this one.")
    private String name;

    PresetsCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (name != null) {
            BundledFiles.Text text = BundledFiles.PRESETS.find(name);
            session().result(Json.tree(Json.yamlTree(text.yaml())), text.yaml().stripTrailing());
            return ExitCodes.SUCCESS;
        }
        List<PresetSummary> all =
                BundledFiles.PRESETS.names().stream().map(PresetSummary::of).toList();
        session()
                .result(
                        Json.tree(all),
                        all.stream().map(PresetSummary::text).collect(Collectors.joining("\n"))
                                + "\nStart one with: fathom train NAME --data DIR");
        return ExitCodes.SUCCESS;
    }
}
