package dev.fathom.ui.desk;

import java.util.Locale;

/** The places of the navigation, in their order; {@code Shortcut+1} is the first. */
public enum PageId {
    DATA("Data", "fth-database"),
    EXPERIMENT("Experiment", "fth-sliders"),
    RUNS("Runs", "fth-activity"),
    COMPARE("Compare", "fth-columns"),
    EXPORT("Export", "fth-package"),
    DEVICE("Device", "fth-cpu");

    private final String title;
    private final String icon;

    PageId(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    /** As the navigation writes it. */
    public String title() {
        return title;
    }

    /** Feather icon, for example {@code fth-activity}. */
    public String icon() {
        return icon;
    }

    /** Name of the page's files: {@code assets/css/KEY.css}, {@code assets/help/KEY.txt}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key that shows the page. */
    public String shortcut() {
        return "Shortcut+" + (ordinal() + 1);
    }
}
