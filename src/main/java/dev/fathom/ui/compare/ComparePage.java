package dev.fathom.ui.compare;

import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.UiTaskExecutor;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.image.Thumbnails;
import java.util.List;
import javafx.scene.Parent;

/** The page of comparisons. */
public final class ComparePage implements Page {
    private final UiTaskExecutor decoding = new UiTaskExecutor();
    private final CompareViewModel model;
    private final CompareView view;

    public ComparePage(Desk desk) {
        model = new CompareViewModel(desk.workspace(), desk.jobs(), desk.executor(), desk.notices());
        CompareMemory.connect(desk.settings(), model);
        PictureSaving saving = new PictureSaving(model, desk.files(), desk.executor(), desk.notices());
        Runnable runs = () -> desk.navigation().go(new Destination.Just(PageId.RUNS));
        view = new CompareView(model, saving, new PictureDrop(model, desk.files()), runs, new Thumbnails(decoding));
    }

    @Override
    public PageId id() {
        return PageId.COMPARE;
    }

    @Override
    public Parent content() {
        return Fxml.load("Compare", view);
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
        if (destination instanceof Destination.ComparedRun compared) {
            model.open(compared.run());
        }
    }

    @Override
    public void close() {
        decoding.close();
    }

    public CompareViewModel model() {
        return model;
    }
}
