package dev.fathom.ui.runs;

import dev.fathom.core.UserException;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.Chain;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.SampleData;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.desk.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The first step in an empty workspace: data, recipe, start. View model: no nodes. */
public final class StartViewModel {
    private static final String LAST_DATA = "start.data";

    private final Desk desk;
    private final List<Recipe> recipes = Recipe.all();
    private final ObjectProperty<Path> data = new SimpleObjectProperty<>();
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.QUICKSTART);

    StartViewModel(Desk desk) {
        this.desk = desk;
    }

    List<Recipe> recipes() {
        return recipes;
    }

    /** The data folder, null for the sample data. */
    public ObjectProperty<Path> dataProperty() {
        return data;
    }

    public ObjectProperty<Recipe> recipeProperty() {
        return recipe;
    }

    /** Asks for a data folder; false if none was chosen. */
    boolean chooseData() {
        String last = desk.settings().recall(LAST_DATA, "");
        return desk.files()
                .folder("Data folder", last.isEmpty() ? null : Path.of(last))
                .map(folder -> {
                    data.set(folder);
                    desk.settings().remember(LAST_DATA, folder.toString());
                    return true;
                })
                .orElse(false);
    }

    /** Starts what is chosen: the quickstart as a job, a preset as a run of the queue. */
    void start() {
        if (recipe.get().isQuickstart()) {
            desk.jobs().start("Quickstart", quickstartArguments());
        } else {
            Recipe chosen = recipe.get();
            BackgroundTask.of(() -> makeRuns(chosen))
                    .onSuccess(runs ->
                            runs.forEach(run -> desk.queue().add(run, run.info().name())))
                    .onFailure(desk.notices()::error)
                    .executeWith(desk.executor());
        }
    }

    List<String> quickstartArguments() {
        List<String> arguments = new ArrayList<>(
                List.of("quickstart", "--out", desk.workspace().root().toString()));
        if (data.get() != null) {
            arguments.addAll(List.of("--data", data.get().toString()));
        }
        return arguments;
    }

    /** @throws UserException if there is no such data */
    private List<RunFolder> makeRuns(Recipe chosen) {
        Map<String, Object> set = new HashMap<>();
        Path folder = data.get() == null ? SampleData.street() : data.get();
        set.put("data.folder", folder.toString());
        if (desk.settings().threadsProperty().get() > 0) {
            set.put("training.threads", desk.settings().threadsProperty().get());
        }
        RunConfig config = ConfigOverrides.apply(BundledFiles.PRESETS.find(chosen.preset()), set);
        return Chain.to(config, Map.of()).create(desk.workspace().runs(), Clock.systemUTC());
    }
}
