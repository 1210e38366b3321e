package dev.fathom.ui.device;

import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.UiTaskExecutor;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.job.Workers;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.util.Duration;

/** The page of devices. */
public final class DevicePage implements Page {
    private static final Duration LOOK_AGAIN = Duration.seconds(3);

    private final UiTaskExecutor waiting = new UiTaskExecutor();
    private final RealBench bench;
    private final DeviceViewModel model;
    private final DeviceView view;

    public DevicePage(Desk desk) {
        DialogQuestions questions = new DialogQuestions(desk.dialogs());
        bench = new RealBench(
                desk.workspace(),
                questions,
                questions,
                warning -> Platform.runLater(() -> desk.notices().inform(warning, "")),
                Workers.processes());
        model = new DeviceViewModel(desk.workspace(), bench, desk.settings(), desk.executor(), waiting, desk.notices());
        desk.jobs().follow(model.errand());
        view = new DeviceView(model, desk);
    }

    @Override
    public PageId id() {
        return PageId.DEVICE;
    }

    @Override
    public Parent content() {
        return Fxml.load("Device", view);
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
        if (destination instanceof Destination.MeasuredModel measured) {
            model.open(measured.model());
        }
    }

    @Override
    public void close() {
        model.errand().stop();
        waiting.close();
        Thread closing = new Thread(bench::close, "device-close");
        closing.setDaemon(true);
        closing.start();
    }

    public DeviceViewModel model() {
        return model;
    }
}
