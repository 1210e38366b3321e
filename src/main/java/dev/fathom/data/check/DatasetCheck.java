package dev.fathom.data.check;

import dev.fathom.core.Monitor;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads every file of a data set once, on all cores, keeping the pixels of no more samples than there are threads. */
public final class DatasetCheck {
    private static final String STAGE = "Checking";

    /** Samples handed out ahead of the one whose result is waited for. */
    private static final int AHEAD = 64;

    private final DepthDataset data;
    private final Monitor monitor;
    private final StatisticsSum statistics = new StatisticsSum();
    private final Duplicates duplicates = new Duplicates();
    private final List<Issue> issues = new ArrayList<>();

    private DatasetCheck(DepthDataset data, Monitor monitor) {
        this.data = data;
        this.monitor = monitor;
    }

    /**
     * Checks a data set; nothing on the disk is changed.
     *
     * @throws CancellationException if the monitor says so
     */
    public static CheckReport run(DepthDataset data, Monitor monitor) {
        return new DatasetCheck(data, monitor).run();
    }

    private CheckReport run() {
        Map<String, List<Sample>> splits = new LinkedHashMap<>();
        splits.put("train", data.train());
        splits.put("val", data.val());
        // Where lists have nothing else to validate on, these are the same samples.
        splits.put("test", data.test().equals(data.val()) ? List.of() : data.test());
        splits.put("unlabeled", data.unlabeled());
        look(splits);
        data.problems().forEach(p -> issues.add(new Issue(IssueKind.LEFT_OUT, "", "", p.file(), p.description())));
        issues.addAll(duplicates.issues());
        DepthStatistics found = statistics.statistics();
        new ScaleCheck(data, found, statistics.steps())
                .findings()
                .forEach(text -> issues.add(new Issue(IssueKind.SCALE, "", "", data.root(), text)));
        issues.sort(
                Comparator.comparing(Issue::kind).thenComparing(Issue::split).thenComparing(Issue::stem));
        Map<String, Integer> counts = new LinkedHashMap<>();
        splits.forEach((split, samples) -> counts.put(split, samples.size()));
        return new CheckReport(
                data.root(), data.format(), data.splitRule(), data.unitsPerMetre(), counts, issues, found);
    }

    private void look(Map<String, List<Sample>> splits) {
        int total = splits.values().stream().mapToInt(List::size).sum();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Deque<Future<SampleCheck.Looked>> pending = new ArrayDeque<>();
            int done = 0;
            for (Map.Entry<String, List<Sample>> split : splits.entrySet()) {
                for (Sample sample : split.getValue()) {
                    pending.add(workers.submit(() -> SampleCheck.look(split.getKey(), sample, statistics)));
                    if (pending.size() > AHEAD) {
                        keep(pending.remove());
                        monitor.checkpoint(STAGE, ++done, total);
                    }
                }
            }
            while (!pending.isEmpty()) {
                keep(pending.remove());
                monitor.checkpoint(STAGE, ++done, total);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** In the order of the samples, so that the report does not depend on the threads. */
    private void keep(Future<SampleCheck.Looked> future) {
        try {
            SampleCheck.Looked looked = future.get();
            issues.addAll(looked.issues());
            looked.picture().ifPresent(duplicates::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(STAGE);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
