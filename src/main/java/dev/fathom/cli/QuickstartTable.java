package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;

/** The quickstart's last words: one row a network, the protocols of the numbers, and where everything lies. */
final class QuickstartTable {
    private static final String ROW = "%-14s %9s %9s %7s %12s %11s %12s%n";

    private QuickstartTable() {}

    static String text(JsonNode rows, Path out) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, ROW, "network", "si-RMSE", "RMSE (m)", "REL", "parameters", "bytes", "latency (ms)"));
        for (JsonNode row : rows) {
            JsonNode metrics = row.at("/evaluation/metrics");
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    row.get("network").asText(),
                    decimals(metrics.get("si_rmse"), 4),
                    decimals(metrics.get("rmse"), 3),
                    decimals(metrics.get("abs_rel"), 4),
                    thousands(row.at("/evaluation/parameters")),
                    thousands(row.at("/export/bytes")),
                    decimals(row.at("/latency/statistics/p50"), 2)));
        }
        JsonNode first = rows.get(0);
        text.append("metrics: ").append(first.at("/evaluation/rules").asText()).append('\n');
        text.append("latency: p50 on this machine, ")
                .append(first.at("/latency/threads").asText())
                .append(" thread, ")
                .append(first.at("/latency/statistics/runs").asText())
                .append(" runs, ")
                .append(first.at("/latency/runtime").asText())
                .append('\n');
        text.append("export: largest difference from the network as a share of its output range:");
        for (JsonNode row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    " %s %.1g",
                    row.get("network").asText(),
                    row.at("/export/parity/max_share").asDouble()));
        }
        text.append('\n');
        for (JsonNode row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-14s %s%n",
                    row.get("network").asText(),
                    row.get("run").asText()));
        }
        text.append("result         ").append(out.resolve("quickstart-result.json"));
        return text.toString();
    }

    private static String decimals(JsonNode number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number.asDouble());
    }

    private static String thousands(JsonNode number) {
        return String.format(Locale.ROOT, "%,d", number.asLong());
    }
}
