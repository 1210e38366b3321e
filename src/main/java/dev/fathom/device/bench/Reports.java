package dev.fathom.device.bench;

import dev.fathom.device.payload.Payload;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.run.OutputCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** Makes reports of what the runner says. */
final class Reports {
    private final String device;
    private final DeviceProbe probe;
    private final List<Path> models;
    private final List<Payload> payloads;
    private final boolean fp16;
    private final Map<String, byte[]> outputs = new HashMap<>();

    Reports(String device, DeviceProbe probe, List<Path> models, List<Payload> payloads, boolean fp16) {
        this.device = device;
        this.probe = probe;
        this.models = models;
        this.payloads = payloads;
        this.fp16 = fp16;
    }

    List<Measurement> of(RunnerMessage.Result result) throws IOException {
        List<Measurement> made = new ArrayList<>();
        for (RunnerMessage.Measured measured : result.results()) {
            made.add(new Measurement(
                    models.get(measured.model()), report(result, measured), content(measured.output())));
        }
        return made;
    }

    private LatencyReport report(RunnerMessage.Result result, RunnerMessage.Measured m) {
        Payload payload = payloads.get(m.model());
        return new LatencyReport(
                payload.name(),
                payload.sha256(),
                payload.size(),
                device,
                probe.summary(),
                result.runtime(),
                m.threads(),
                m.partitions(),
                m.notDelegated(),
                m.loadMs(),
                m.firstMs(),
                m.warmUpRuns(),
                m.steady(),
                statistics(m),
                m.runsMs(),
                Instant.now(),
                details(result, m));
    }

    private static LatencyStatistics statistics(RunnerMessage.Measured m) {
        RunnerMessage.Summary s = m.summary();
        return s == null
                ? LatencyStatistics.of(m.runsMs())
                : new LatencyStatistics(
                        s.runs(), s.min(), s.mean(), s.std(), Double.NaN, Double.NaN, Double.NaN, s.max());
    }

    private LatencyDetails details(RunnerMessage.Result result, RunnerMessage.Measured m) {
        return new LatencyDetails(
                probe,
                m.before(),
                m.during(),
                m.after(),
                VerdictRules.judge(m.before(), m.during(), m.after(), m.steady(), m.runsMs()),
                check(m.output()),
                m.peakMemory(),
                m.memoryBefore(),
                fp16,
                m.operations(),
                result.notes());
    }

    private static OutputCheck check(RunnerMessage.Output o) {
        return o == null
                ? null
                : new OutputCheck(o.type(), o.shape(), o.sha256(), o.min(), o.max(), o.mean(), o.notFinite(), null);
    }

    private byte[] content(RunnerMessage.Output output) throws IOException {
        if (output == null) {
            return null;
        }
        if (output.content() != null) {
            byte[] deflated = Base64.getDecoder().decode(output.content());
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
                outputs.put(output.sha256(), in.readAllBytes());
            }
        }
        return outputs.get(output.sha256());
    }
}
