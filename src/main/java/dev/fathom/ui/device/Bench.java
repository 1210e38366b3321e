package dev.fathom.ui.device;

import dev.fathom.core.Monitor;
import dev.fathom.device.bench.BenchmarkOptions;
import dev.fathom.device.bench.DeviceLook;
import dev.fathom.device.bench.LatencyResult;
import dev.fathom.device.discovery.FoundMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the page does with devices. Its methods block, so they run on a background thread; tests have their own. */
public interface Bench {
    /** Connects and looks; changes nothing there. */
    DeviceLook look(Place place, Monitor monitor);

    /** Measures models and keeps the reports with their runs; tells of the device before it begins. */
    List<LatencyResult> measure(
            Place place, List<Path> models, BenchmarkOptions options, Consumer<DeviceLook> look, Monitor monitor)
            throws IOException;

    /** Searches the network for some seconds. */
    List<FoundMachine> find(Monitor monitor);
}
