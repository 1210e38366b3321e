package dev.fathom.cli;

import dev.fathom.device.bench.DesktopOutputs;
import dev.fathom.device.bench.LatencyJob;
import dev.fathom.device.bench.MeasuringPlace;
import dev.fathom.device.payload.Removed;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.Json;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom devices clean}: removes what measuring has put on a device. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Removes from ~/.cache/fathom of a device what measuring has uploaded.")
final class DevicesCleanCommand extends SessionCommand {
    private static final double MEGA = 1e6;

    @ArgGroup(multiplicity = "1")
    private MeasuredPlace place;

    @Option(
            names = "--accept-new-host",
            description = "Take a host that was not seen before for the right one, and remember its key.")
    private boolean acceptNewHost;

    DevicesCleanCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        MeasuringPlace where = place.of(session(), acceptNewHost);
        try (LatencyJob job = LatencyJob.connect(where, DesktopOutputs.NONE, new WorkMonitor(session()))) {
            Removed removed = job.clean();
            session().result(Json.tree(removed), text(job.device(), removed));
            return ExitCodes.SUCCESS;
        }
    }

    private static String text(String device, Removed removed) {
        return removed.contents() == 0
                ? "Nothing was there to remove on " + device
                : String.format(
                        Locale.ROOT,
                        "Removed %d uploads, %.1f MB, on %s",
                        removed.contents(),
                        removed.bytes() / MEGA,
                        device);
    }
}
