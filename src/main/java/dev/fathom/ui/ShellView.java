package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.ModalLayer;
import dev.fathom.ui.base.NoticeBar;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.job.JobsCard;
import dev.fathom.ui.runs.RunList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds {@code Shell.fxml}: navigation, notices, status, and the cards that belong to no page. */
final class ShellView {
    private static final String GROUP = "Window";
    private static final String LAST_PAGE = "window.page";
    /** Below this width the navigation shows icons only. */
    private static final double WIDE = 1360;

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final List<Page> pages;
    private final Desk desk;
    private final ModalLayer modal;
    private final Consumer<Workspace> openWorkspace;
    private final Commands commands;
    private final StatusStrip strip;
    private final Map<Page, ToggleButton> entries = new LinkedHashMap<>();
    private Page shown;

    @FXML
    private VBox nav;

    @FXML
    private Label brandName;

    @FXML
    private VBox navigation;

    @FXML
    private Button commandsButton;

    @FXML
    private Button helpButton;

    @FXML
    private Button themeButton;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private Button settingsButton;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button dismissButton;

    @FXML
    private StackPane content;

    @FXML
    private StackPane status;

    ShellView(List<Page> pages, Desk desk, ModalLayer modal, RunList runs, Consumer<Workspace> openWorkspace) {
        this.pages = pages;
        this.desk = desk;
        this.modal = modal;
        this.openWorkspace = openWorkspace;
        strip = new StatusStrip(desk, runs, this::chooseWorkspace, this::showJobs, this::showNotices);
        commands = new Commands(windowShortcuts(), pages, this::shown, this::show);
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
        commandsButton.setTooltip(key("Every command").tooltip());
        helpButton.setTooltip(key("Help on this page").tooltip());
        themeButton.setTooltip(key("Light or dark theme").tooltip());
        settingsButton.setTooltip(key("Settings").tooltip());
        dismissButton.setTooltip(key("Dismiss the notice").tooltip());
        status.getChildren().setAll(strip);
        notice.setOnDetails(modal::details, desk.notices()::dismiss);
        notice.follow(desk.notices().currentProperty());
        new PassingNotices(desk.notices(), notice);
        desk.settings().darkProperty().addListener(change -> showTheme());
        showTheme();
        show(lastPage());
    }

    private Shortcut key(String label) {
        return commands.window().stream()
                .filter(shortcut -> shortcut.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private Page lastPage() {
        String last = desk.settings().recall(LAST_PAGE, "runs");
        return pages.stream()
                .filter(page -> page.id().key().equals(last))
                .findFirst()
                .orElse(pages.get(0));
    }

    private void showTheme() {
        boolean dark = desk.settings().darkProperty().get();
        Theme.use(dark);
        themeButton.setText(dark ? "Light theme" : "Dark theme");
        themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon");
    }

    @FXML
    private void switchTheme() {
        desk.settings().darkProperty().set(!desk.settings().darkProperty().get());
    }

    @FXML
    private void dismissNotice() {
        desk.notices().dismiss();
    }

    @FXML
    private void showCommands() {
        modal.show(new CommandList(commands.commands(), modal::close));
    }

    private void showKeys() {
        modal.show(new KeySheet(commands.shortcuts()));
    }

    @FXML
    private void showHelp() {
        modal.show(new HelpSheet(shown.id(), this::showKeys, modal::close));
    }

    @FXML
    private void showSettings() {
        modal.show(new SettingsSheet(desk, this::chooseWorkspace, modal::close));
    }

    private void showJobs() {
        modal.show(new JobsCard(desk.jobs(), modal::close));
    }

    private void showNotices() {
        modal.show(new NoticeHistory(desk.notices(), modal::details, modal::close));
    }

    private void chooseWorkspace() {
        modal.show(new WorkspaceList(desk, openWorkspace, modal::close));
    }

    private List<Shortcut> windowShortcuts() {
        List<Shortcut> keys = new ArrayList<>();
        pages.forEach(page -> keys.add(showing(page)));
        keys.add(Shortcut.of(GROUP, "Every command", this::showCommands, "Shortcut+K"));
        keys.add(Shortcut.of(GROUP, "Open another workspace", this::chooseWorkspace, "Shortcut+Shift+W"));
        keys.add(Shortcut.of(GROUP, "Progress of running work", this::showJobs, "Shortcut+J"));
        keys.add(Shortcut.of(GROUP, "Notices so far", this::showNotices, "Shortcut+Shift+H"));
        keys.add(Shortcut.of(GROUP, "Dismiss the notice", this::dismissNotice, "Shortcut+Shift+X"));
        keys.add(Shortcut.of(GROUP, "Light or dark theme", this::switchTheme, "Shortcut+D"));
        keys.add(Shortcut.of(GROUP, "Settings", this::showSettings, "Shortcut+Comma"));
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
        content.getChildren().setAll(page.content());
        entries.get(page).setSelected(true);
        desk.settings().remember(LAST_PAGE, page.id().key());
        AfterPainting.run(() -> refresh(page));
    }

    private void refresh(Page opened) {
        if (opened == shown) {
            opened.refresh();
        }
    }

    Page shown() {
        return shown;
    }

    /** Where pages are shown. */
    Pane stage() {
        return content;
    }

    Commands commands() {
        return commands;
    }

    StatusStrip strip() {
        return strip;
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

    void listenTo(Scene scene) {
        commands.listenTo(scene, modal);
    }

    void askToClose(Runnable close) {
        if (!modal.shows(CloseQuestion.class)) {
            modal.show(new CloseQuestion(desk.jobs(), desk.queue(), close, modal::close));
        }
    }
}
