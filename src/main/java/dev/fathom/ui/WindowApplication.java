package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.RecentWorkspaces;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.Workers;
import dev.fathom.ui.probe.FrameProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The JavaFX side of {@link Window}: one argument, the workspace; none for the one that was open last. */
public final class WindowApplication extends Application {
    private static final double MIN_WIDTH = 1160;
    private static final double MIN_HEIGHT = 700;

    private Stage stage;
    private Host host;
    private Shell shell;
    private Settings settings;
    private Optional<FrameProbe> probe = Optional.empty();

    @Override
    public void start(Stage primary) {
        stage = primary;
        settings = Settings.load(Settings.standardFile());
        host = new Host(
                Workers.processes(),
                settings,
                StageFilePicker::new,
                folder -> getHostServices().showDocument(folder.toUri().toString()),
                this::show);
        stage.getIcons().add(new Image(WindowApplication.class.getResourceAsStream("/assets/icons/fathom.png")));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnCloseRequest(event -> {
            if (!shell.mayClose(stage::close)) {
                event.consume();
            }
        });
        stage.setOnHiding(event -> WindowPlace.remember(stage, settings));
        show(firstWorkspace());
        WindowPlace.restore(stage, settings);
        stage.show();
        probe = FrameProbe.startIfAsked(() -> shell.shown().key());
    }

    private Workspace firstWorkspace() {
        List<String> arguments = getParameters().getRaw();
        if (!arguments.isEmpty()) {
            return new Workspace(Path.of(arguments.get(0)));
        }
        List<Workspace> recent = new RecentWorkspaces(settings).list();
        return recent.isEmpty() ? Workspace.standard() : recent.get(0);
    }

    /** Shows a workspace instead of the present one; running work goes on. */
    private void show(Workspace workspace) {
        double width = stage.getWidth();
        double height = stage.getHeight();
        Shell before = shell;
        shell = new Shell(workspace, host);
        if (before != null) {
            shell.takeOver(before);
            before.close();
        }
        new RecentWorkspaces(settings).opened(workspace);
        stage.setTitle("Fathom – " + workspace.root().toAbsolutePath().getFileName());
        stage.setScene(shell.scene());
        if (before != null) {
            stage.setWidth(width);
            stage.setHeight(height);
        }
        shell.start();
        shell.prepare();
    }

    @Override
    public void stop() {
        probe.ifPresent(FrameProbe::finish);
        // Also called when the start has failed.
        if (shell != null) {
            shell.close();
            settings.save();
        }
    }
}
