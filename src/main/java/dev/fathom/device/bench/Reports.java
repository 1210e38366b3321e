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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes reports of what the runner says. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final long TOO_LARGE = 1L << 30;

    private final String device;
    private final DeviceProbe probe;
    private final BenchmarkRequest request;
    private final List<Payload> payloads;
    private final List<String> notes;
    private final Map<String, byte[]> outputs = new HashMap<>();

    /**
     * @param payloads the request's models
     * @param notes what is to be known about all of them
     */
    Reports(String device, DeviceProbe probe, BenchmarkRequest request, List<Payload> payloads, List<String> notes) {
        this.device = device;
        this.probe = probe;
        this.request = request;
        this.payloads = payloads;
        this.notes = notes;
    }

    List<Measurement> of(RunnerMessage.Result result) {
        List<Measurement> made = new ArrayList<>();
        for (RunnerMessage.Measured measured : result.results()) {
            made.add(new Measurement(
                    request.models().get(measured.model()), report(result, measured), content(measured.output())));
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
        List<String> all = new ArrayList<>(notes);
        all.addAll(result.notes() == null ? List.of() : result.notes());
        return new LatencyDetails(
                probe,
                m.before(),
                m.during(),
                m.after(),
                VerdictRules.judge(m.before(), m.during(), m.after(), settled(m), m.runsMs()),
                check(m.output()),
                m.peakMemory(),
                m.memoryBefore(),
                request.options().fp16(),
                m.operations(),
                all);
    }

    /** Empty where warm-up is too short to tell, or was another program's. */
    private Optional<Boolean> settled(RunnerMessage.Measured m) {
        boolean known = m.summary() == null && request.options().warmUp() >= BenchmarkOptions.LEAST_TELLING_WARM_UP;
        return known ? Optional.of(m.steady()) : Optional.empty();
    }

    private static OutputCheck check(RunnerMessage.Output o) {
        return o == null
                ? null
                : new OutputCheck(o.type(), o.shape(), o.sha256(), o.min(), o.max(), o.mean(), o.notFinite(), null);
    }

    private byte[] content(RunnerMessage.Output output) {
        if (output == null) {
            return null;
        }
        if (output.content() != null) {
            outputs.put(output.sha256(), inflated(output));
        }
        return outputs.get(output.sha256());
    }

    /** As many bytes as the shape says, and no more. */
    private byte[] inflated(RunnerMessage.Output output) {
        long size = output.type().endsWith("32") ? Integer.BYTES : 1;
        for (int dimension : output.shape()) {
            size = Math.min(size * Math.max(dimension, 0), TOO_LARGE);
        }
        try (InputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(output.content())))) {
            byte[] bytes = size == TOO_LARGE ? new byte[0] : in.readNBytes((int) size + 1);
            if (bytes.length == size) {
                return bytes;
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("The output of {} cannot be read", device, e);
        }
        throw RunnerAnswer.nonsense(device, "its output is not what its shape says");
    }
}
