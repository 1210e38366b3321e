package dev.fathom.ui.experiment;

import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Event;
import dev.fathom.run.EventTail;
import dev.fathom.run.RunConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * How fast a run like this one was on this machine.
 *
 * @param run its name
 */
record PastSpeed(String run, double imagesPerSecond) {
    private static final int END_OF_EVENTS = 20_000;

    /** Of the newest run with the same networks, images and threads. */
    static Optional<PastSpeed> of(RunConfig config, String teacher, List<RunFacts> runs) {
        return runs.stream()
                .filter(run ->
                        isLike(run.config(), config) && teacherOf(run, runs).equals(teacher))
                .flatMap(run -> last(run).stream())
                .findFirst();
    }

    private static boolean isLike(RunConfig one, RunConfig other) {
        return one.model().architecture().equals(other.model().architecture())
                && one.model().imageHeight().equals(other.model().imageHeight())
                && one.model().imageWidth().equals(other.model().imageWidth())
                && one.training().threads().equals(other.training().threads());
    }

    /** Its network, empty if it has none. */
    private static String teacherOf(RunFacts run, List<RunFacts> runs) {
        DistillationConfig taught = run.config().distillation();
        return taught == null
                ? ""
                : runs.stream()
                        .filter(r -> r.isNamed(taught.teacher()))
                        .map(RunFacts::architecture)
                        .findFirst()
                        .orElse("?");
    }

    private static Optional<PastSpeed> last(RunFacts run) {
        try {
            return EventTail.nearEnd(run.folder().events(), END_OF_EVENTS).poll().stream()
                    .filter(Event.Step.class::isInstance)
                    .map(event -> new PastSpeed(run.name(), ((Event.Step) event).imagesPerSecond()))
                    .filter(speed -> speed.imagesPerSecond > 0)
                    .reduce((earlier, later) -> later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
