package dev.fathom.ui.runs;

import dev.fathom.core.UserException;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.TaskExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The configurations of the selected runs side by side; of several runs only where they differ. View model. */
public final class ConfigTable {
    private static final String ABSENT = "–";

    private final LatestTask reads;
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(Content.EMPTY);
    private List<RunSummary> runs = List.of();
    private List<String> ids = List.of();

    /** A field with its value in each run. */
    public record Row(String field, List<String> values) {
        boolean differs() {
            return values.stream().distinct().count() > 1;
        }
    }

    /** What the table shows: a column a run. */
    public record Content(List<String> runs, List<Row> rows) {
        static final Content EMPTY = new Content(List.of(), List.of());
    }

    ConfigTable(TaskExecutor executor) {
        reads = new LatestTask(executor);
        onlyDifferences.addListener(change -> read());
    }

    /** Shows these runs from now on. */
    void show(List<RunSummary> selected) {
        List<RunSummary> readable =
                selected.stream().filter(RunSummary::isReadable).toList();
        List<String> nowIds = readable.stream().map(RunSummary::id).toList();
        runs = readable;
        if (!nowIds.equals(ids)) {
            ids = nowIds;
            read();
        }
    }

    private void read() {
        List<RunSummary> wanted = runs;
        boolean differences = onlyDifferences.get() && wanted.size() > 1;
        reads.submit(BackgroundTask.of(() -> content(wanted, differences)).onSuccess(content::set));
    }

    private static Content content(List<RunSummary> runs, boolean differences) {
        List<Map<String, String>> columns = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>();
        for (RunSummary run : runs) {
            Map<String, String> column = fields(run);
            columns.add(column);
            fields.addAll(column.keySet());
        }
        List<Row> rows = fields.stream()
                .map(field -> new Row(
                        field,
                        columns.stream().map(c -> c.getOrDefault(field, ABSENT)).toList()))
                .filter(row -> !differences || row.differs())
                .toList();
        return new Content(runs.stream().map(RunSummary::name).toList(), rows);
    }

    private static Map<String, String> fields(RunSummary run) {
        try {
            return ConfigFields.of(Files.readString(run.folder().config(), StandardCharsets.UTF_8));
        } catch (UserException e) {
            return Map.of("config.yaml", e.sentence());
        } catch (IOException e) {
            return Map.of("config.yaml", "cannot be read: " + e.getMessage());
        }
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** True to leave out what is the same in all of several runs. */
    public BooleanProperty onlyDifferencesProperty() {
        return onlyDifferences;
    }
}
