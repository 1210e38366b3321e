package dev.fathom.ui.runs;

import dev.fathom.run.Event;
import dev.fathom.ui.base.MetricNames;
import dev.fathom.ui.base.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cards over the curves: the newest validation beside the best one, and the speed. View model. */
public final class RunMetrics {
    private static final String BEFORE_VALIDATION = "after the first validation";

    private final Map<String, MetricCard> validation = new LinkedHashMap<>();
    private final Map<String, Best> best = new LinkedHashMap<>();
    private final MetricCard speed = new MetricCard("Speed", "after the first steps");

    private record Best(double value, int epoch) {}

    RunMetrics() {
        for (String metric : List.of(MetricNames.SI_RMSE, MetricNames.RMSE, MetricNames.ABS_REL)) {
            validation.put(metric, new MetricCard(MetricNames.label(metric), BEFORE_VALIDATION));
        }
    }

    /** Validation si-RMSE, RMSE and REL, then the speed. */
    public List<MetricCard> cards() {
        return List.of(
                validation.get(MetricNames.SI_RMSE),
                validation.get(MetricNames.RMSE),
                validation.get(MetricNames.ABS_REL),
                speed);
    }

    void clear() {
        best.clear();
        cards().forEach(MetricCard::clear);
    }

    /** What has come since; of many steps only the newest is written out. */
    void add(List<Event> events) {
        Event.Step step = null;
        for (Event event : events) {
            if (event instanceof Event.Step done && done.imagesPerSecond() > 0) {
                step = done;
            } else if (event instanceof Event.Epoch epoch) {
                validation.forEach((metric, card) -> {
                    Double value = epoch.metrics().get(metric);
                    if (value != null) {
                        show(metric, card, value, epoch.epoch());
                    }
                });
            }
        }
        if (step != null) {
            speed.show(
                    String.format(Locale.ROOT, "%.1f img/s", step.imagesPerSecond()),
                    String.format(Locale.ROOT, "learning rate %.2e", step.learningRate()));
        }
    }

    private void show(String metric, MetricCard card, double value, int epoch) {
        Best before = best.get(metric);
        Best now = before == null || value < before.value() ? new Best(value, epoch) : before;
        best.put(metric, now);
        String unit = metric.equals(MetricNames.RMSE) ? " m" : "";
        String note = now.epoch() == epoch
                ? "best so far, epoch " + epoch
                : "best " + Numbers.metric(now.value()) + unit + ", epoch " + now.epoch();
        card.show(Numbers.metric(value) + unit, note);
    }
}
