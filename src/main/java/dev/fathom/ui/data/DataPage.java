package dev.fathom.ui.data;

import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.UiTaskExecutor;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import java.util.List;
import javafx.scene.Parent;

/** The page of data sets. */
public final class DataPage implements Page {
    private final UiTaskExecutor waiting = new UiTaskExecutor();
    private final DataViewModel model;
    private final DataView view;

    public DataPage(Desk desk) {
        model = new DataViewModel(desk.settings(), desk.executor(), waiting, desk.notices());
        desk.jobs().follow(model.errand());
        view = new DataView(model, desk, waiting);
    }

    @Override
    public PageId id() {
        return PageId.DATA;
    }

    @Override
    public Parent content() {
        return Fxml.load("Data", view);
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
    public void open(Destination destination) {
        if (destination instanceof Destination.DataFolder folder) {
            model.open(folder.folder());
        }
    }

    @Override
    public void close() {
        model.errand().stop();
        waiting.close();
    }

    public DataViewModel model() {
        return model;
    }
}
