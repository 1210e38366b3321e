package dev.fathom.ui.export;

import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import java.util.List;
import javafx.scene.Parent;

/** The page of exports. */
public final class ExportPage implements Page {
    private final ExportViewModel model;
    private final ExportView view;

    public ExportPage(Desk desk) {
        model = new ExportViewModel(desk.workspace(), desk.jobs(), desk.executor(), desk.notices());
        view = new ExportView(model, desk);
    }

    @Override
    public PageId id() {
        return PageId.EXPORT;
    }

    @Override
    public Parent content() {
        return Fxml.load("Export", view);
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
    public void refresh() {
        model.refresh();
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.ExportedRun exported) {
            model.open(exported.run());
        }
    }

    public ExportViewModel model() {
        return model;
    }
}
