package dev.fathom.ui.experiment;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.Chain;
import dev.fathom.run.RunConfig;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.desk.Desk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The page of experiments: a draft with its history, and all that is known of it. View model: no nodes. */
public final class ExperimentViewModel {
    private static final String LOSSES = "losses";
    private static final String DISTILLATION = "distillation";
    private static final String THREADS = "training.threads";

    private final Desk desk;
    private final History<Edit> history = new History<>(Edit.FIRST);
    private final FactFinder finder;
    private final LatestTask finding;
    private final YamlEditor yaml;
    private final Launch launch;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(Facts.NONE);
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper noCommand = new ReadOnlyStringWrapper("");
    private DraftCheck check = DraftCheck.of(Draft.EMPTY);
    private Chain chain = ChainDraft.of(check.effective(), Map.of());
    private Defaults defaults = Defaults.of(Draft.EMPTY);
    private UserException refusal;

    public ExperimentViewModel(Desk desk) {
        this.desk = desk;
        finder = new FactFinder(desk.workspace());
        finding = new LatestTask(desk.executor());
        yaml = new YamlEditor(draft -> put(draft, YamlEditor.class));
        launch = new Launch(desk, this::refused);
        // The first of all listeners and of the kind that is told first, so that no other sees the edit without its
        // check.
        history.currentProperty().addListener(change -> changed(edit()));
        launch.busyProperty().addListener(change -> showProblems());
        yaml.problemProperty().addListener(change -> showProblems());
        desk.settings().threadsProperty().addListener(change -> changed(edit()));
        changed(history.currentProperty().get());
    }

    private void changed(Edit edit) {
        refusal = null;
        check = DraftCheck.of(counted(edit.draft()));
        chain = ChainDraft.of(check.effective(), edit.epochsBefore());
        defaults = Defaults.of(edit.draft());
        yaml.show(edit.draft());
        showProblems();
        finding.submit(search());
    }

    /** With the window's number of threads where the draft leaves that open. */
    private Draft counted(Draft draft) {
        int threads = desk.settings().threadsProperty().get();
        boolean open = draft.at("training") == null
                || draft.at("training") instanceof Map<?, ?> map && !map.containsKey("threads");
        return threads > 0 && open ? draft.with(THREADS, threads) : draft;
    }

    private BackgroundTask<Facts> search() {
        Chain whole = chain;
        return BackgroundTask.of(() -> finder.find(whole))
                .onSuccess(this::found)
                .onFailure(desk.notices()::error);
    }

    /** Whoever edits must not be disturbed by news that are none. */
    private void found(Facts news) {
        if (!news.equals(facts.get())) {
            facts.set(news);
            showProblems();
        }
    }

    private void showProblems() {
        List<Problem> all = new ArrayList<>(check.problems());
        if (refusal != null) {
            all.add(Problem.of(DraftCheck.fieldIn(refusal.what()).orElse("name"), refusal));
        }
        for (Problem problem : FactCheck.of(check.effective(), facts.get())) {
            if (all.stream().noneMatch(p -> p.what().equals(problem.what()))) {
                all.add(problem);
            }
        }
        List<Problem> told = all.stream().map(FormWords::of).toList();
        if (!told.equals(problems.get())) {
            problems.set(told);
        }
        String inTheWay = inTheWay(all);
        noCommand.set(inTheWay.isEmpty() ? "" : inTheWay + ", so there is no command that would start");
        blocked.set(launch.busyProperty().get() ? "The experiment is being checked" : inTheWay);
    }

    private String inTheWay(List<Problem> all) {
        if (!yaml.problemProperty().get().isEmpty()) {
            return "The YAML cannot be read";
        }
        long serious = all.stream().filter(Problem::serious).count();
        if (all.stream().noneMatch(Problem::wrong)) {
            return counted(serious, "is still to be chosen", "are still to be chosen");
        }
        return counted(serious, "has to be put right", "have to be put right");
    }

    private static String counted(long count, String one, String many) {
        return count == 0 ? "" : count == 1 ? "One thing " + one : count + " things " + many;
    }

    private void refused(UserException why) {
        refusal = why;
        showProblems();
    }

    /** Looks again at files and runs, which others may have changed. */
    public void refresh() {
        finding.submitIfIdle(search());
    }

    private void put(Draft draft, Object thing) {
        history.put(history.currentProperty().get().with(draft), thing);
    }

    /** Sets the field at a dotted path; null leaves it at its default. */
    void set(String path, Object value) {
        put(draft().with(path, value), path);
    }

    /** Takes the text of a field. */
    void write(Field field, String text) {
        Object value = field.kind().value(text);
        boolean same =
                draft().at(field.path()) == null && field.kind().text(value).equals(defaultText(field));
        if (!same) {
            set(field.path(), value);
        }
    }

    /** The default of a field; the name of a run that of its student. */
    private Object usual(String path) {
        if (path.equals(THREADS) && desk.settings().threadsProperty().get() > 0) {
            return desk.settings().threadsProperty().get();
        }
        boolean unnamed = path.equals("name") && draft().at("model.architecture") == null;
        return unnamed ? null : defaults.at(path);
    }

    /** The value that a field has, set or by default, as text. */
    String text(Field field) {
        Object set = draft().at(field.path());
        return field.kind().text(set == null ? usual(field.path()) : set);
    }

    String defaultText(Field field) {
        return field.kind().text(usual(field.path()));
    }

    /** What the preset or file had that the form was filled from, as text; empty if it left this field out. */
    String baseText(Field field) {
        return field.kind().text(edit().base().at(field.path()));
    }

    /** Puts a field back to what the preset or file had, else to its default. */
    void reset(String path) {
        put(draft().with(path, edit().base().at(path)), null);
    }

    /** Whether {@link #reset} would change what counts. */
    boolean isChanged(String path) {
        return !Objects.equals(
                orUsual(draft().at(path), path), orUsual(edit().base().at(path), path));
    }

    private Object orUsual(Object set, String path) {
        Object value = set == null ? usual(path) : set;
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    /** The next edit is a step of its own. */
    void seal() {
        history.seal();
    }

    /** The losses as they are set, or those by default. */
    Entries losses() {
        Object set = draft().at(LOSSES);
        return Entries.of("name", set == null ? defaults.at(LOSSES) : set);
    }

    void setLosses(Entries losses, Object thing) {
        put(draft().with(LOSSES, losses.list()), thing == null ? null : LOSSES + thing);
    }

    /** The strategies of the distillation, none if there is no distillation. */
    Entries terms() {
        return Terms.of(draft());
    }

    void setTerms(Entries terms, Object thing) {
        put(Terms.put(draft(), terms), thing == null ? null : DISTILLATION + thing);
    }

    /** Fills the form from a preset; the data folder stays. */
    public void loadPreset(String name) {
        open(name, Draft.parse(BundledFiles.PRESETS.find(name).yaml(), "the preset " + name));
    }

    /** Begins with the configuration of a run. */
    public void open(RunConfig config) {
        history.put(Edit.opened("", Draft.parse(config.toYaml(), config.name())), null);
    }

    /** Shows what stood in the form when it was last left, unless something stands in it already. */
    void restore(Edit kept) {
        if (edit().equals(Edit.FIRST)) {
            history.put(kept, null);
        }
    }

    /** Takes another data folder. */
    public void useData(Path folder) {
        put(draft().with("data.folder", folder.toString()), null);
    }

    private void open(String origin, Draft draft) {
        Object folder = draft().at("data.folder");
        boolean keep = folder != null && draft.at("data.folder") == null;
        Edit opened = Edit.opened(origin, draft);
        history.put(keep ? opened.with(draft.with("data.folder", folder)) : opened, null);
    }

    /** Fills the form from a file. */
    public void openFile(Path file) {
        BackgroundTask.of(() -> {
                    Draft draft = Draft.parse(TextFiles.read(file), file.toString());
                    List<Problem> unreadable = DraftCheck.of(draft).unreadable();
                    if (!unreadable.isEmpty()) {
                        Problem first = unreadable.get(0);
                        throw new UserException(file + " cannot be opened: " + first.what(), first.remedy());
                    }
                    return draft;
                })
                .onSuccess(draft -> open(file.toString(), draft))
                .onFailure(desk.notices()::error)
                .executeWith(desk.executor());
    }

    /** Writes the form into a file, which {@code fathom train} can read. */
    public void saveFile(Path file) {
        String text =
                yaml.problemProperty().get().isEmpty() ? yaml.textProperty().get() : draft().yaml();
        BackgroundTask.run(() -> AtomicFiles.writeString(file, text))
                .onSuccess(done -> {
                    history.put(new Edit(draft(), file.toString(), draft(), edit().epochsBefore()), null);
                    desk.notices().inform("The experiment is in " + file, "fathom train reads it too");
                })
                .onFailure(desk.notices()::error)
                .executeWith(desk.executor());
    }

    /** The command line of what the form shows. */
    public String command() {
        return CommandText.of(edit().with(counted(draft())), edit().origin(), chain, desk.workspace());
    }

    /** Starts the experiment, or waits for its turn. */
    public void start() {
        if (blocked.get().isEmpty()) {
            launch.start(chain);
        }
    }

    public void undo() {
        history.undo();
    }

    public void redo() {
        history.redo();
    }

    /** Problems of a field, or of what is inside it. */
    Optional<Problem> problemOf(String path) {
        return problems.get().stream()
                .filter(p -> p.path().equals(path) || p.path().startsWith(path + "."))
                .findFirst();
    }

    Desk desk() {
        return desk;
    }

    Edit edit() {
        return history.currentProperty().get();
    }

    Draft draft() {
        return edit().draft();
    }

    /** What the draft amounts to. */
    RunConfig config() {
        return check.effective();
    }

    /** What is trained: the draft's configuration, and before it the presets that it needs. */
    Chain chain() {
        return chain;
    }

    /** Trains a preset before for another time than it says; null for its own. */
    void setEpochsBefore(String preset, Integer epochs) {
        history.put(edit().withEpochs(preset, epochs), preset);
    }

    YamlEditor yaml() {
        return yaml;
    }

    ReadOnlyObjectProperty<Edit> editProperty() {
        return history.currentProperty();
    }

    ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Why the experiment cannot be started; empty if it can. */
    ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /** Why there is no command line to copy; empty if there is one. */
    ReadOnlyStringProperty noCommandProperty() {
        return noCommand.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return history.canUndoProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return history.canRedoProperty();
    }
}
