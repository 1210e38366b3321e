package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.UsageException;
import dev.fathom.data.synthetic.StreetScenes;
import dev.fathom.jobs.WorkerMessage;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom data synth}: a data set of synthetic street scenes. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description = "Makes synthetic street scenes with a stereo camera's holes; a seed always gives the same set.")
final class SynthCommand extends HeavyCommand {
    private static final String STAGE = "Making street scenes";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new or empty folder.")
    private Path out;

    @Option(
            names = "--count",
            required = true,
            paramLabel = "N",
            description = "Training pairs; a fifth as many for validation, two fifths without depth.")
    private int count;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Any whole number.")
    private long seed;

    SynthCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws Exception {
        if (count < 1) {
            throw new UsageException("--count is " + count, "Ask for at least one training pair");
        }
        StreetScenes.Counts counts = StreetScenes.Counts.ofTrain(count);
        long start = System.nanoTime();
        StreetScenes.write(out, counts, seed, (done, total) -> {
            if (session().isCancelled()) {
                throw new CancellationException(STAGE);
            }
            double left = (System.nanoTime() - start) / 1e9 / done * (total - done);
            session().progress(new WorkerMessage.Progress(STAGE, done, total, "", left));
        });
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("folder", out.toAbsolutePath().toString());
        value.put("train", counts.train()).put("val", counts.val()).put("unlabeled", counts.unlabeled());
        value.put("seed", seed);
        session()
                .result(
                        value,
                        counts.train() + " training, " + counts.val() + " validation and " + counts.unlabeled()
                                + " unlabelled images are in " + out.toAbsolutePath());
        return 0;
    }

    @Override
    String stopped() {
        return "Stopped; " + out + " holds a part of the set: delete it before you begin again.";
    }
}
