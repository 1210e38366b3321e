package dev.fathom.ui.desk;

/** The way from one page to another. */
public interface Navigation {
    /** Shows the destination's page and lets it show the destination; without such a page nothing happens. */
    void go(Destination destination);

    /** False if this window has no such page: what leads there is then not offered. */
    boolean has(PageId page);
}
