package dev.fathom.export;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.data.BadSampleException;
import dev.fathom.data.DecodedSample;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleReader;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.tflite.TfliteInterpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs pictures through the engine and through exported files and compares the outputs, each picture once for all files.
 *
 * <p>The differences are shares of the engine's output range over all pictures, not of each picture's own: the rounding
 * of floats grows with the values, and a wall seen head-on has next to no range.
 */
final class ParityCheck implements AutoCloseable {
    private final List<ParityTally> tallies = new ArrayList<>();
    private final List<TfliteInterpreter> interpreters = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int done;

    private ParityCheck() {}

    /**
     * Compares on samples; one that cannot be read is left out and listed.
     *
     * @param subjects files that take pictures of the same size
     * @return a result for each file, in order
     * @throws UserException if not one picture can be read
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    static List<ParityResult> run(
            List<ParitySubject> subjects, DepthEngine engine, List<Sample> samples, Monitor monitor) {
        try (ParityCheck check = new ParityCheck()) {
            for (ParitySubject subject : subjects) {
                check.interpreters.add(new TfliteInterpreter(subject.model(), 1));
                check.tallies.add(new ParityTally(subject));
            }
            Shape image = check.interpreters.get(0).inputShape(0);
            SampleReader reader = new SampleReader(new ImageSize(image.height(), image.width()));
            for (Sample sample : samples) {
                monitor.checkpoint("Checking the files", check.done++, samples.size());
                check.compare(sample, reader, engine);
            }
            monitor.checkpoint("Checking the files", samples.size(), samples.size());
            check.requireOne(samples);
            return check.tallies.stream().map(t -> t.result(check.leftOut)).toList();
        }
    }

    private void compare(Sample sample, SampleReader reader, DepthEngine engine) {
        DecodedSample decoded;
        try {
            decoded = reader.read(sample);
        } catch (BadSampleException e) {
            leftOut.add(e.problem().file() + ": " + e.problem().description());
            return;
        }
        float[] depth = engine.depth(decoded.image());
        float[] image = ImageInput.floats(decoded.image());
        Optional<DepthMap> truth = decoded.depth().map(d -> d.toDepthMap());
        for (int i = 0; i < tallies.size(); i++) {
            ParityTally tally = tallies.get(i);
            float[] found = tally.subject().depth(interpreters.get(i), image);
            tally.add(sample.stem(), decoded.image(), depth, found, truth);
        }
    }

    private void requireOne(List<Sample> samples) {
        if (samples.size() == leftOut.size()) {
            throw new UserException(
                    "Not one picture could be read to check "
                            + tallies.get(0).subject().model().source(),
                    leftOut.isEmpty() ? "Name a data set with validation pictures" : leftOut.get(0));
        }
    }

    @Override
    public void close() {
        interpreters.forEach(TfliteInterpreter::close);
    }
}
