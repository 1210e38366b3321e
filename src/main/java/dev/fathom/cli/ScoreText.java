package dev.fathom.cli;

import dev.fathom.core.MaiScore;
import dev.fathom.device.bench.LatencyScore;
import dev.fathom.run.Leaderboard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Scores of measured models among the published ones, with what they rest on and why they may not compare. */
final class ScoreText {
    private ScoreText() {}

    /** One line of the table. */
    private record Row(String name, double siRmse, double millis, double score) {}

    /** Ours among the published rows of the same challenge, best first, and what is to be said of ours. */
    static String of(List<LatencyScore> ours, MaiScore preset) {
        List<Row> all = new ArrayList<>();
        ours.forEach(s -> all.add(new Row("> " + name(s), s.siRmse().value(), s.millis(), s.score())));
        Leaderboard.all().stream()
                .filter(board -> board.challenge().equals(preset.text()))
                .flatMap(board -> board.rows().stream())
                .map(r -> new Row(r.team(), r.siRmse(), r.millis(), r.score()))
                .forEach(all::add);
        all.sort(Comparator.comparingDouble(Row::score).reversed());
        int width = all.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        String form = "%-" + width + "s %8s %10s %9s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, form, preset.text() + ", Raspberry Pi 4", "si-RMSE", "ms", "score"));
        all.forEach(row -> lines.add(String.format(
                Locale.ROOT,
                form,
                row.name(),
                String.format(Locale.ROOT, "%.4f", row.siRmse()),
                String.format(Locale.ROOT, "%.2f", row.millis()),
                String.format(Locale.ROOT, "%.2f", row.score()))));
        lines.addAll(remarks(ours));
        return String.join(System.lineSeparator(), lines);
    }

    private static String name(LatencyScore score) {
        return score.model() + " x" + score.threads() + " on " + score.device();
    }

    /** Each remark once, with the rows it is about unless it is about all of ours. */
    private static List<String> remarks(List<LatencyScore> ours) {
        Map<String, List<LatencyScore>> about = new LinkedHashMap<>();
        for (LatencyScore score : ours) {
            List<String> remarks = new ArrayList<>(score.caveats());
            remarks.add("si-RMSE of " + score.siRmse().source());
            remarks.forEach(remark ->
                    about.computeIfAbsent(remark, key -> new ArrayList<>()).add(score));
        }
        return about.entrySet().stream()
                .map(entry -> entry.getValue().size() == ours.size()
                        ? "ours: " + entry.getKey()
                        : entry.getValue().stream().map(ScoreText::name).collect(Collectors.joining(", ")) + ": "
                                + entry.getKey())
                .toList();
    }
}
