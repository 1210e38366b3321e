package dev.fathom.ui;

import dev.fathom.ui.base.Shortcut;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;

/**
 * One entry of the navigation.
 *
 * @param icon Feather icon, for example {@code fth-activity}
 * @param content makes the page when it is first shown
 * @param shortcuts heard while the page is shown
 * @param refresh called again and again while the page is shown
 */
record Page(String title, String icon, Supplier<Parent> content, List<Shortcut> shortcuts, Runnable refresh) {}
