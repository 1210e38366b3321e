package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fathom.core.UserException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.FileLock;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.Workspace;
import dev.fathom.study.Study;
import dev.fathom.study.StudyFile;
import dev.fathom.study.StudyFolder;
import dev.fathom.study.StudyListing;
import dev.fathom.study.StudyPlan;
import dev.fathom.study.StudyTable;
import dev.fathom.training.Preflight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom study FILE}: trains and scores the rows of a table, each with several seeds. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        description = {
            "Trains and scores what a study file describes and prints its table with mean and standard deviation.",
            "Run it again to continue after a stop; what is finished is not repeated."
        })
final class StudyCommand extends SessionCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A study file, or the name of one that Fathom brings; none lists these.")
    private String file;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder for every run, instead of the file's.")
    private Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Workspace: runs go to DIR/runs, tables to DIR/studies. Default $FATHOM_WORKSPACE or ~/fathom.")
    private Path out = Workspace.standard().root();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Overrides one field of every run. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--epochs-scale",
            paramLabel = "F",
            description = "Multiplies all epochs, default ${DEFAULT-VALUE}.")
    private double epochsScale = 1;

    @Option(names = "--table", description = "Only print the table of what is there.")
    private boolean tableOnly;

    @Option(names = "--dry-run", description = "Only list the runs with what sets them apart.")
    private boolean dryRun;

    StudyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        return file == null ? list() : carryOut();
    }

    private int list() {
        ArrayNode studies = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (String name : BundledFiles.STUDIES.names()) {
            BundledFiles.Text own = BundledFiles.STUDIES.find(name);
            StudyFile study = Json.parseYaml(own.yaml(), StudyFile.class, own.origin());
            studies.addObject().put("name", study.name()).put("description", study.description());
            text.append(String.format(Locale.ROOT, "%-18s %s%n", study.name(), study.description()));
        }
        session().result(studies, text.toString().stripTrailing());
        return ExitCodes.SUCCESS;
    }

    private int carryOut() throws IOException {
        BundledFiles.Text text = BundledFiles.STUDIES.find(file);
        StudyFile study = Json.parseYaml(text.yaml(), StudyFile.class, text.origin());
        StudyPlan plan = StudyPlan.of(study, this::configuration, options());
        require(plan);
        StudyFolder folder = StudyFolder.open(new Workspace(out.toAbsolutePath().normalize()), study);
        Study work = new Study(plan, folder, new SessionWorkers(session()));
        if (dryRun) {
            session().out().println(StudyListing.of(plan, folder));
            return ExitCodes.SUCCESS;
        }
        if (tableOnly) {
            return print(work.table(), folder);
        }
        try (FileLock lock = folder.lock()) {
            boolean complete = work.run();
            print(work.table(), folder);
            if (!complete) {
                session().err().println("Stopped; the same command continues.");
                return ExitCodes.CANCELLED;
            }
        }
        return ExitCodes.SUCCESS;
    }

    private StudyPlan.Options options() {
        Map<String, Object> set = new LinkedHashMap<>();
        overrides.forEach((key, value) -> set.put(key, Json.yamlValue(value)));
        return new StudyPlan.Options(data == null ? null : data.toAbsolutePath().normalize(), epochsScale, set);
    }

    private int print(StudyTable table, StudyFolder folder) throws IOException {
        table.write(folder);
        session().result(Json.tree(table), table.markdown() + "\nTables and state: " + folder.path());
        return ExitCodes.SUCCESS;
    }

    /** A file beside the study, or a preset. */
    private String configuration(String name) {
        Path beside = Path.of(file).toAbsolutePath().resolveSibling(name);
        return BundledFiles.PRESETS
                .find(Files.exists(beside) ? beside.toString() : name)
                .yaml();
    }

    /** What is wrong in any run is told before the first is trained. */
    private void require(StudyPlan plan) throws IOException {
        for (RunConfig config : plan.configs()) {
            try {
                Preflight.check(config, new Workspace(out).runs(), plan::planned);
            } catch (UserException e) {
                throw new UserException("In \"" + config.name() + "\": " + e.what(), e.remedy(), e);
            }
        }
    }
}
