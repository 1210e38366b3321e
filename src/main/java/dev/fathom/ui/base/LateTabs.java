package dev.fathom.ui.base;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/**
 * Puts the contents of tabs into the window when they are first chosen: until then they cost neither styling nor layout,
 * which the toolkit does for hidden tabs, too.
 */
public final class LateTabs {
    private LateTabs() {}

    /** Holds back all contents but that of the chosen tab. */
    public static void of(TabPane tabs) {
        for (Tab tab : tabs.getTabs()) {
            if (!tab.isSelected()) {
                holdBack(tab);
            }
        }
    }

    private static void holdBack(Tab tab) {
        Node content = tab.getContent();
        tab.setContent(null);
        tab.selectedProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable selected) {
                tab.setContent(content);
                tab.selectedProperty().removeListener(this);
            }
        });
    }
}
