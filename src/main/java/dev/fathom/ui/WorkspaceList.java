package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.DialogCard;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.RecentWorkspaces;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The workspaces that were open, and any other folder. */
final class WorkspaceList extends DialogCard {
    WorkspaceList(Desk desk, Consumer<Workspace> open, Runnable close) {
        super(
                "workspace-list",
                "Workspace",
                paragraph("A workspace is a folder that holds your runs. " + consequence(desk)));
        getStyleClass().add("question-card");
        VBox recent = new VBox(4);
        for (Workspace workspace : new RecentWorkspaces(desk.settings()).list()) {
            boolean current = workspace
                    .root()
                    .equals(desk.workspace().root().toAbsolutePath().normalize());
            recent.getChildren().add(entry(workspace, current, () -> {
                close.run();
                open.accept(workspace);
            }));
        }
        getChildren().add(2, recent);
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> close.run());
        Button choose = new Button("Choose a folder…", new FontIcon("fth-folder-plus"));
        choose.setDefaultButton(true);
        choose.setOnAction(event -> desk.files()
                .folder("Workspace", desk.workspace().root())
                .ifPresent(folder -> {
                    close.run();
                    open.accept(new Workspace(folder));
                }));
        addButtons(cancel, choose);
    }

    /** Workers go on; what a page does itself ends with the page. */
    private static String consequence(Desk desk) {
        String goesOn = "Training and other work in the background goes on when you open another one.";
        return String.join(
                " ",
                Stream.concat(Stream.of(goesOn), desk.jobs().endingWith("this one").stream())
                        .toList());
    }

    private static Button entry(Workspace workspace, boolean current, Runnable open) {
        Label path = new Label(workspace.root().toString());
        Button button = new Button(null, path);
        button.getStyleClass().addAll("flat", "workspace-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(workspace.root().toString());
        Reason.set(button, current ? "This workspace is open" : "");
        if (current) {
            path.setText(workspace.root() + "   (open now)");
        }
        button.setOnAction(event -> open.run());
        return button;
    }
}
