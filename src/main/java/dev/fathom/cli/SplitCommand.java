package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.SplitList;
import dev.fathom.data.SplitRule;
import dev.fathom.data.format.DatasetFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom data split DIR}: list files of a division into training, validation and test pairs. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = {
            "Divides a data set and writes the division as list files, one stem a line.",
            "A run uses them with --set data.lists=DIR. The data set itself is not changed."
        })
final class SplitCommand extends SessionCommand {
    @Parameters(paramLabel = "DIR", description = "A data set.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder for the lists.")
    private Path out;

    @Option(names = "--val", paramLabel = "SHARE", description = "To validate on, default ${DEFAULT-VALUE}.")
    private double val = 0.1;

    @Option(names = "--test", paramLabel = "SHARE", description = "To test on, default ${DEFAULT-VALUE}.")
    private double test;

    @Option(names = "--seed", paramLabel = "S", description = "Of the drawing, default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--val-folder",
            paramLabel = "NAME",
            description = "A folder, for example a scene, that goes whole into validation, instead of a share."
                    + " Repeatable.")
    private List<String> valFolders = List.of();

    @Option(names = "--test-folder", paramLabel = "NAME", description = "The same for the test. Repeatable.")
    private List<String> testFolders = List.of();

    @Mixin
    private DataChoices choices = new DataChoices();

    SplitCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        requireNew();
        boolean byFolder = !valFolders.isEmpty() || !testFolders.isEmpty();
        SplitRule rule =
                byFolder ? new SplitRule.Folders(valFolders, testFolders) : new SplitRule.Ratio(val, test, seed);
        DepthDataset data = DatasetFormats.open(folder, choices.options().withSplit(rule));
        SplitList.of(data.samples()).write(out);
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("folder", out.toAbsolutePath().toString()).put("rule", data.splitRule());
        value.put("train", data.train().size())
                .put("val", data.val().size())
                .put("test", data.test().size());
        session()
                .result(
                        value,
                        data.train().size() + " pairs to train on, "
                                + data.val().size() + " to validate and "
                                + data.test().size() + " to test on are listed in " + out.toAbsolutePath() + " ("
                                + data.splitRule() + ")");
        return 0;
    }

    /** A list that somebody works with is never replaced. */
    private void requireNew() {
        List<String> there = Stream.of("train.txt", "val.txt", "test.txt")
                .filter(name -> Files.exists(out.resolve(name)))
                .toList();
        if (!there.isEmpty()) {
            throw new UserException(
                    "There is already a division in " + out + " (" + String.join(", ", there) + ")",
                    "Use it, name another folder with --out, or remove it");
        }
    }
}
