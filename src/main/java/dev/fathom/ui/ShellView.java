package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.ModalLayer;
import dev.fathom.ui.base.NoticeBar;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.runs.RunList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds {@code Shell.fxml}: navigation, notices, status bar, theme, keys. */
final class ShellView {
    private static final String GROUP = "Window";
    /** Below this width the navigation shows icons only. */
    private static final double WIDE = 1360;

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final List<Page> pages;
    private final Workspace workspace;
    private final RunList runs;
    private final JobList jobs;
    private final Notices notices;
    private final Settings settings;
    private final ModalLayer modal;
    private final Map<Page, ToggleButton> entries = new LinkedHashMap<>();
    private final Map<Page, Parent> made = new LinkedHashMap<>();
    private final Label runCount = new Label();
    private Page shown;

    @FXML
    private VBox nav;

    @FXML
    private Label brandName;

    @FXML
    private VBox navigation;

    @FXML
    private Button themeButton;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private NoticeBar notice;

    @FXML
    private StackPane content;

    @FXML
    private StatusBar status;

    ShellView(List<Page> pages, Desk desk, ModalLayer modal, RunList runs) {
        this.pages = pages;
        this.modal = modal;
        this.runs = runs;
        workspace = desk.workspace();
        jobs = desk.jobs();
        notices = desk.notices();
        settings = desk.settings();
    }

    @FXML
    private void initialize() {
        ToggleGroup group = new ToggleGroup();
        for (Page page : pages) {
            ToggleButton entry =
                    new ToggleButton(page.id().title(), new FontIcon(page.id().icon()));
            entry.setId("nav-" + page.id().key());
            entry.getStyleClass().add("nav-item");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setTooltip(showing(page).tooltip());
            entry.setToggleGroup(group);
            entry.setOnAction(event -> show(page));
            entries.put(page, entry);
            navigation.getChildren().add(entry);
        }
        show(pages.get(0));
        notice.setOnDetails(modal::details, notices::dismiss);
        notice.follow(notices.currentProperty());
        settings.darkProperty().addListener(change -> showTheme());
        showTheme();
        status.setText("Workspace " + workspace.root());
        status.getRightItems().add(runCount);
        InvalidationListener count = change -> countRuns();
        runs.items().addListener(count);
        jobs.jobs().addListener(count);
        countRuns();
    }

    private void countRuns() {
        int living = jobs.jobs().size();
        String running = living == 0 ? "" : "  ·  " + living + (living == 1 ? " job" : " jobs") + " running";
        int all = runs.items().size();
        runCount.setText(all + (all == 1 ? " run" : " runs") + running);
    }

    private void showTheme() {
        boolean dark = settings.darkProperty().get();
        Theme.use(dark);
        themeButton.setText(dark ? "Light theme" : "Dark theme");
        themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon");
    }

    @FXML
    private void switchTheme() {
        settings.darkProperty().set(!settings.darkProperty().get());
    }

    @FXML
    private void dismissNotice() {
        notices.dismiss();
    }

    @FXML
    private void showKeys() {
        modal.show(new KeySheet(allShortcuts()));
    }

    @FXML
    private void showHelp() {
        modal.show(new HelpSheet(shown.id(), this::showKeys, modal::close));
    }

    private List<Shortcut> allShortcuts() {
        List<Shortcut> all = new ArrayList<>(windowShortcuts());
        pages.forEach(page -> all.addAll(page.shortcuts()));
        return all;
    }

    private List<Shortcut> windowShortcuts() {
        List<Shortcut> keys = new ArrayList<>();
        pages.forEach(page -> keys.add(showing(page)));
        keys.add(Shortcut.of(GROUP, "Light or dark theme", this::switchTheme, "Shortcut+D"));
        keys.add(Shortcut.of(GROUP, "This list of keys", this::showKeys, "F1"));
        keys.add(Shortcut.of(GROUP, "Help on this page", this::showHelp, "Shift+F1"));
        return keys;
    }

    private Shortcut showing(Page page) {
        return Shortcut.of(GROUP, page.id().title(), () -> show(page), page.id().shortcut());
    }

    /** Shows a page. */
    void show(Page page) {
        shown = page;
        content.getChildren().setAll(made.computeIfAbsent(page, Page::content));
        entries.get(page).setSelected(true);
        page.refresh();
    }

    Page shown() {
        return shown;
    }

    /** Narrow windows give the navigation's room to the page. */
    void fitTo(Scene scene) {
        scene.widthProperty().addListener((property, before, now) -> showNavigation(now.doubleValue() >= WIDE));
        showNavigation(scene.getWidth() >= WIDE);
    }

    private void showNavigation(boolean wide) {
        nav.pseudoClassStateChanged(COMPACT, !wide);
        ContentDisplay display = wide ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
        nav.lookupAll(".nav-item").forEach(item -> ((Labeled) item).setContentDisplay(display));
        brandName.setVisible(wide);
        brandName.setManaged(wide);
    }

    /** Hears the keys of the window and of the shown page. */
    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focus = scene.getFocusOwner();
            boolean writing = focus instanceof TextInputControl || focus instanceof ComboBoxBase;
            List<Shortcut> heard = new ArrayList<>(windowShortcuts());
            heard.addAll(shown.shortcuts());
            for (Shortcut shortcut : heard) {
                if (!modal.isOpen() && shortcut.matches(event) && !(writing && shortcut.isPlain())) {
                    shortcut.action().run();
                    event.consume();
                    return;
                }
            }
        });
    }

    void askToClose(Runnable close) {
        if (!modal.shows(CloseQuestion.class)) {
            modal.show(new CloseQuestion(jobs, close, modal::close));
        }
    }
}
