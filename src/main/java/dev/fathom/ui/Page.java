package dev.fathom.ui;

import dev.fathom.ui.base.Shortcut;
import java.util.List;
import javafx.scene.Parent;

/**
 * One entry of the navigation.
 *
 * @param icon Feather icon, for example {@code fth-activity}
 * @param shortcuts heard while the page is shown
 * @param refresh called again and again while the page is shown
 */
record Page(String title, String icon, Parent node, List<Shortcut> shortcuts, Runnable refresh) {}
