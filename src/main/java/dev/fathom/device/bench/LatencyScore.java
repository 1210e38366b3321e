package dev.fathom.device.bench;

import dev.fathom.core.MaiScore;
import dev.fathom.core.UserException;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.ExportReport;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The challenge's score of a measured model.
 *
 * @param model file name
 * @param millis median of the counted runs; the mean where single runs are not known
 * @param caveats why it may not stand beside the published scores
 */
public record LatencyScore(
        String model, int threads, String device, SiRmse siRmse, double millis, double score, List<String> caveats) {
    private static final String BOARD = "Raspberry Pi 4";
    private static final List<Integer> SIZE = List.of(480, 640);

    public LatencyScore {
        caveats = List.copyOf(caveats);
    }

    /** @throws UserException if the model is not a run's, or was not evaluated */
    public static LatencyScore of(LatencyResult result, MaiScore preset) throws IOException {
        LatencyReport report = result.report();
        SiRmse siRmse = SiRmse.of(result.model());
        double median = report.statistics().p50();
        double millis = Double.isNaN(median) ? report.statistics().mean() : median;
        return new LatencyScore(
                report.model(),
                report.threads(),
                report.device(),
                siRmse,
                millis,
                preset.of(siRmse.value(), millis),
                caveats(result));
    }

    private static List<String> caveats(LatencyResult result) {
        LatencyReport report = result.report();
        List<String> caveats = new ArrayList<>();
        DeviceProbe probe = report.details() == null ? null : report.details().probe();
        String board = probe == null ? report.machine() : probe.board();
        if (!board.startsWith(BOARD)) {
            caveats.add("not on a Raspberry Pi 4 but on " + board);
        }
        LatencyVerdict verdict =
                report.details() == null ? null : report.details().verdict();
        if (verdict == null && !report.steady()) {
            caveats.add("never steady");
        } else if (verdict != null && verdict.kind() != LatencyVerdict.Kind.CLEAN) {
            caveats.add(verdict.kind().text());
        }
        result.model().export().map(ExportReport::output).ifPresent(output -> size(output.shape(), caveats));
        caveats.add("on the run's own validation images, not the challenge's");
        return caveats;
    }

    private static void size(List<Integer> shape, List<String> caveats) {
        if (shape.size() == 4 && !shape.subList(1, 3).equals(SIZE)) {
            caveats.add("gives " + shape.get(1) + "x" + shape.get(2) + " instead of 480x640");
        }
    }
}
