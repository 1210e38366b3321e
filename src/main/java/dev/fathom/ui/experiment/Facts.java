package dev.fathom.ui.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What files and networks say about a configuration.
 *
 * @param runs of the workspace that can be built on, newest first
 * @param teacherRun null if there is none, or it is not of this workspace
 */
record Facts(
        List<RunFacts> runs,
        Finding<DataFacts> data,
        Finding<NetworkFacts> student,
        Finding<NetworkFacts> teacher,
        RunFacts teacherRun,
        Optional<Estimate> estimate) {
    /** Before anything was looked at. */
    static final Facts NONE =
            new Facts(List.of(), Finding.nothing(), Finding.nothing(), Finding.nothing(), null, Optional.empty());
}
