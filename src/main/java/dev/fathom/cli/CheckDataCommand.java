package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.AtomicFiles;
import dev.fathom.data.check.CheckReport;
import dev.fathom.data.check.DatasetCheck;
import dev.fathom.data.check.Issue;
import dev.fathom.run.Json;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom data check DIR}: what would spoil a training on a data set. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads every file of a data set and says what is wrong; nothing on the disk is changed.")
final class CheckDataCommand extends HeavyCommand {
    private static final int EXAMPLES = 10;

    @Parameters(paramLabel = "DIR", description = "A data set.")
    private Path folder;

    @Option(names = "--csv", paramLabel = "FILE", description = "Where to write all issues, one a row.")
    private Path csv;

    @Mixin
    private DataChoices choices = new DataChoices();

    CheckDataCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws IOException {
        CheckReport report = DatasetCheck.run(choices.open(folder), new WorkMonitor(session()));
        if (csv != null) {
            AtomicFiles.write(csv, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CheckText.writeCsv(report, writer);
                writer.flush();
            });
        }
        session().result(json(report), CheckText.text(report));
        return 0;
    }

    @Override
    String stopped() {
        return "Stopped; nothing was written.";
    }

    private static ObjectNode json(CheckReport report) {
        ObjectNode value = (ObjectNode) Json.tree(report);
        value.put("root", report.root().toAbsolutePath().toString());
        ObjectNode counts = value.putObject("counts");
        report.counts().forEach((kind, count) -> counts.put(CheckText.word(kind), count));
        ArrayNode examples = value.putArray("issues");
        for (Issue issue : report.examples(EXAMPLES)) {
            examples.addObject()
                    .put("kind", CheckText.word(issue.kind()))
                    .put("split", issue.split())
                    .put("stem", issue.stem())
                    .put("file", issue.file().toString())
                    .put("text", issue.text());
        }
        return value;
    }
}
