package dev.fathom.device.bench;

import dev.fathom.device.payload.TfliteLibrary;
import dev.fathom.device.probe.DeviceCheck;
import dev.fathom.device.probe.DeviceChecks;
import dev.fathom.device.probe.Requirements;
import dev.fathom.run.DeviceProbe;
import java.io.IOException;
import java.util.List;

/**
 * A device that was looked at.
 *
 * @param device its name, for people
 * @param checks what is right and wrong with it, what is needed first
 */
public record DeviceLook(String device, DeviceProbe probe, List<DeviceCheck> checks) {
    public DeviceLook {
        checks = List.copyOf(checks);
    }

    static DeviceLook of(String device, DeviceProbe probe) {
        return new DeviceLook(device, probe, DeviceChecks.of(probe));
    }

    /** Whether the runner and the library that Fathom brings, or a runtime that is installed, can be used there. */
    public boolean canMeasure() throws IOException {
        boolean library = Requirements.withoutLibrary(probe).isEmpty()
                && TfliteLibrary.of(probe.architecture()).isPresent();
        return Requirements.python(probe) && (library || !probe.runtimes().isEmpty());
    }
}
