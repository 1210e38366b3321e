package dev.fathom.device.bench;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** What models give on this machine for the fixed picture. It takes a native library, so others than this package do it. */
@FunctionalInterface
public interface DesktopOutputs {
    /** Nothing is compared. */
    DesktopOutputs NONE = (models, monitor) -> {
        throw new UserException("it was not wanted", "Give something to compare with");
    };

    /**
     * One model's first output.
     *
     * @param content little endian
     * @param agreement how well a device can agree with it
     */
    record Output(byte[] content, Agreement agreement) {}

    /**
     * Runs each model once.
     *
     * @return one output a model, in their order
     * @throws dev.fathom.core.UserException if one cannot be run here
     * @throws CancellationException if the monitor says so
     */
    List<Output> of(List<Path> models, Monitor monitor) throws IOException;
}
