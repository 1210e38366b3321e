package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of a workspace; a run is read again only if it has changed. For one background thread at a time. */
final class RunShelf {
    private static final Logger LOG = LoggerFactory.getLogger(RunShelf.class);

    private final Workspace workspace;
    private final Map<Path, Known> known = new HashMap<>();

    private record Known(FileTime changed, Optional<RunFacts> facts) {}

    RunShelf(Workspace workspace) {
        this.workspace = workspace;
    }

    /** All that can be read, newest first. */
    synchronized List<RunFacts> read() throws IOException {
        List<RunFacts> runs = new ArrayList<>();
        for (Path folder : workspace.folders()) {
            FileTime changed = Files.getLastModifiedTime(folder.resolve("run.json"));
            Known before = known.get(folder);
            if (before == null || !before.changed.equals(changed)) {
                known.put(folder, new Known(changed, read(folder)));
            }
            known.get(folder).facts.ifPresent(runs::add);
        }
        return runs;
    }

    private static Optional<RunFacts> read(Path folder) {
        try {
            return Optional.of(RunFacts.of(folder));
        } catch (UserException e) {
            LOG.debug("Nothing can be built on {}: {}", folder, e.sentence());
            return Optional.empty();
        }
    }
}
