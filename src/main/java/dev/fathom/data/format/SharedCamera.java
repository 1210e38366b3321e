package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import java.util.Optional;
import java.util.function.Supplier;

/** The camera that all parts of a data set have, if they do. Once two differ, no further one is asked for. */
final class SharedCamera {
    private Optional<Intrinsics> camera = Optional.empty();
    private boolean several;

    void see(Supplier<Optional<Intrinsics>> next) {
        if (several) {
            return;
        }
        Optional<Intrinsics> seen = next.get();
        several = camera.isPresent() && seen.isPresent() && !seen.equals(camera);
        camera = several ? Optional.empty() : camera.or(() -> seen);
    }

    Optional<Intrinsics> get() {
        return camera;
    }
}
