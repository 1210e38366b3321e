package dev.fathom.cli;

import dev.fathom.run.Json;
import dev.fathom.run.RunInfo;
import dev.fathom.run.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom runs}: the runs of a workspace. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the runs of a workspace, newest first.")
final class RunsCommand extends SessionCommand {
    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    RunsCommand(Session session) {
        super(session);
    }

    /** One row; {@code problem} tells why the run failed or its folder cannot be read. */
    private record Row(String id, String name, String state, String path, RunInfo.Best best, String problem) {}

    @Override
    public Integer call() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Workspace.Entry entry : new Workspace(workspace).list()) {
            rows.add(row(entry));
        }
        if (session().json()) {
            session().out().println(Json.pretty(rows));
            return 0;
        }
        if (rows.isEmpty()) {
            session()
                    .out()
                    .println("No runs in " + workspace.resolve("runs") + " yet. Start one with \"fathom quickstart\".");
        }
        for (Row row : rows) {
            String best = row.best == null
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "best %s %.4f at epoch %d",
                            row.best.metric(),
                            row.best.value(),
                            row.best.epoch());
            session()
                    .out()
                    .printf(
                            Locale.ROOT,
                            "%-44s %-12s %s%n",
                            row.id,
                            row.state,
                            row.problem == null ? best : row.problem);
        }
        return 0;
    }

    private static Row row(Workspace.Entry entry) {
        RunInfo info = entry.info();
        String path = entry.folder().path().toString();
        return info == null
                ? new Row(entry.folder().id(), null, "unreadable", path, null, entry.problem())
                : new Row(
                        info.id(),
                        info.name(),
                        entry.state().text(),
                        path,
                        info.best(),
                        info.failure() == null ? null : info.failure().what());
    }
}
