package dev.fathom.ui.device;

import dev.fathom.run.LatencyReport;
import dev.fathom.run.Leaderboard;
import dev.fathom.run.RunFolder;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.plot.Dot;
import dev.fathom.ui.plot.Front;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Error against latency: what was measured here beside the published results of the Mobile AI challenges. */
final class TradeOff {
    private static final int OWN = 0;
    private static final int FIRST_BOARD = 1;

    private TradeOff() {}

    /** The newest measurement of each model, device and number of threads whose output is right and whose error is known. */
    static List<Dot> dots(List<PastMeasurement> newestFirst, String device, Consumer<RunFolder> onRun) {
        Map<String, Dot> own = new HashMap<>();
        for (PastMeasurement one : newestFirst) {
            LatencyReport report = one.report();
            boolean shown = device == null || device.equals(report.device());
            if (shown && report.outputAccepted() && one.error().isPresent()) {
                String key = one.run().id() + "|" + report.model() + "|" + report.device() + "|" + report.threads();
                own.putIfAbsent(key, dot(one, onRun));
            }
        }
        List<Dot> all = new ArrayList<>(own.values());
        List<Leaderboard> boards = Leaderboard.all();
        for (int i = 0; i < boards.size(); i++) {
            int colour = FIRST_BOARD + i;
            String challenge = boards.get(i).challenge();
            boards.get(i).rows().forEach(row -> all.add(dot(row, challenge, colour)));
        }
        return all;
    }

    /** What stands below the plot: how its points compare, and what its lines are if it has any. */
    static String explanation(List<Dot> dots) {
        String caveat = "The published results are the challenge's pictures on its Raspberry Pi 4, so a point measured"
                + " here beside them is a hint and not a rank.";
        boolean lines = Front.of(dots).stream().anyMatch(Front::isLine);
        return lines
                ? caveat + " Dashed: the points of one colour that no other of it beats in both (Pareto front)."
                : caveat;
    }

    private static Dot dot(PastMeasurement one, Consumer<RunFolder> onRun) {
        LatencyReport report = one.report();
        double millis = report.statistics().p50();
        return new Dot(
                millis,
                one.error().orElseThrow().value(),
                OWN,
                false,
                one.run().id(),
                one.runName(),
                List.of(
                        report.model() + ", " + report.threads() + (report.threads() == 1 ? " thread" : " threads"),
                        report.device(),
                        String.format(
                                Locale.ROOT,
                                "%.2f ms, si-RMSE %.4f",
                                millis,
                                one.error().get().value()),
                        "si-RMSE: " + one.error().get().source(),
                        ResultColumns.verdict(report),
                        "Click to see the run"),
                () -> onRun.accept(one.run()));
    }

    private static Dot dot(Leaderboard.Row row, String challenge, int colour) {
        return new Dot(
                row.millis(),
                row.siRmse(),
                colour,
                true,
                challenge + " " + row.team(),
                row.team(),
                List.of(
                        challenge + ", Raspberry Pi 4, published",
                        String.format(Locale.ROOT, "%.0f ms, si-RMSE %.4f", row.millis(), row.siRmse()),
                        "Score " + Numbers.compact(row.score())),
                null);
    }
}
