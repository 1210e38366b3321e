package dev.fathom.ui.runs;

import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Parent;
import javafx.util.Duration;

/** The page of runs. */
public final class RunsPage implements Page {
    private final RunsViewModel model;
    private final RunsView view;
    private final IntegerProperty interval;

    public RunsPage(Desk desk) {
        model = new RunsViewModel(desk);
        interval = desk.settings().intervalProperty();
        RunsMemory.connect(desk.settings(), model);
        view = new RunsView(model);
    }

    @Override
    public PageId id() {
        return PageId.RUNS;
    }

    @Override
    public Parent content() {
        return Fxml.load("Runs", view);
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
        return Duration.millis(interval.get());
    }

    @Override
    public void refresh() {
        model.run().poll();
    }

    @Override
    public void background() {
        model.refresh();
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.ShownRun shown) {
            model.list().choose(shown.run());
        }
    }

    public RunsViewModel model() {
        return model;
    }
}
