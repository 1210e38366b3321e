package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.Workers;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The JavaFX side of {@link Window}: one argument, the workspace. */
public final class WindowApplication extends Application {
    private static final double MIN_WIDTH = 1160;
    private static final double MIN_HEIGHT = 700;

    private Shell shell;
    private Settings settings;

    @Override
    public void start(Stage stage) {
        Workspace workspace = new Workspace(Path.of(getParameters().getRaw().get(0)));
        settings = Settings.load(Settings.standardFile());
        shell = new Shell(workspace, Workers.processes(), settings, folder -> getHostServices()
                .showDocument(folder.toUri().toString()));
        stage.setTitle("Fathom");
        stage.getIcons().add(new Image(WindowApplication.class.getResourceAsStream("/assets/icons/fathom.png")));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(shell.scene());
        WindowPlace.restore(stage, settings);
        stage.setOnCloseRequest(event -> {
            if (!shell.mayClose(stage::close)) {
                event.consume();
            }
        });
        stage.setOnHiding(event -> WindowPlace.remember(stage, settings));
        stage.show();
        shell.start();
    }

    @Override
    public void stop() {
        // Also called when the start has failed.
        if (shell != null) {
            shell.close();
            settings.save();
        }
    }
}
