package dev.fathom.ui.experiment;

import dev.fathom.run.BundledFiles;
import dev.fathom.run.PresetSummary;
import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import java.util.List;
import javafx.scene.Parent;
import javafx.util.Duration;

/** The page on which an experiment is set up and started. */
public final class ExperimentPage implements Page {
    private static final Duration LOOK_AGAIN = Duration.seconds(3);

    private final ExperimentViewModel model;
    private final DraftMemory memory;
    private final ExperimentView view;

    public ExperimentPage(Desk desk) {
        model = new ExperimentViewModel(desk);
        memory = DraftMemory.connect(desk, model);
        view = new ExperimentView(model);
    }

    /** Reads what the page reads when it is made, so that by then the readers are warm; for any thread. */
    public static void readAhead() {
        DraftCheck.of(Draft.EMPTY);
        Defaults.of(Draft.EMPTY);
        BundledFiles.PRESETS.names().forEach(PresetSummary::of);
        PresetChoice.all();
    }

    @Override
    public PageId id() {
        return PageId.EXPERIMENT;
    }

    @Override
    public Parent content() {
        return Fxml.load("Experiment", view);
    }

    @Override
    public boolean makeNext() {
        return view.makeNext();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return view.shortcuts();
    }

    @Override
    public Duration pace() {
        return LOOK_AGAIN;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.NewExperiment made) {
            model.open(made.config());
        } else if (destination instanceof Destination.ExperimentOn on) {
            model.useData(on.dataFolder());
        }
    }

    @Override
    public void close() {
        memory.close();
    }

    public ExperimentViewModel model() {
        return model;
    }
}
