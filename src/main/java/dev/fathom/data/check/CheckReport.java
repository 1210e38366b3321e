package dev.fathom.data.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What looking through a data set found.
 *
 * @param format in which it was read
 * @param splitRule in words, how it is divided
 * @param unitsPerMetre by which the stored depth was divided
 * @param samples number of pictures by split
 * @param issues sorted by kind, split and stem
 * @param statistics of all that could be read
 */
public record CheckReport(
        Path root,
        String format,
        String splitRule,
        double unitsPerMetre,
        Map<String, Integer> samples,
        List<Issue> issues,
        DepthStatistics statistics) {
    public CheckReport {
        issues = List.copyOf(issues);
    }

    /** Number of issues by kind, the worst kind first; kinds without one are left out. */
    public Map<IssueKind, Integer> counts() {
        Map<IssueKind, Integer> counts = new EnumMap<>(IssueKind.class);
        issues.forEach(issue -> counts.merge(issue.kind(), 1, Integer::sum));
        return counts;
    }

    /** At most so many issues of each kind. */
    public List<Issue> examples(int ofKind) {
        Map<IssueKind, Integer> seen = new HashMap<>();
        List<Issue> examples = new ArrayList<>();
        for (Issue issue : issues) {
            if (seen.merge(issue.kind(), 1, Integer::sum) <= ofKind) {
                examples.add(issue);
            }
        }
        return examples;
    }
}
