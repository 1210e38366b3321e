package dev.fathom.ui.compare;

/** How the pictures are laid out. */
public enum ViewMode {
    /** One to six side by side. */
    PANES,
    /** The first two over each other with a divider. */
    SWIPE,
    /** The first picture of depth as points in space. */
    CLOUD
}
