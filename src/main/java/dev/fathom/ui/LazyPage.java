package dev.fathom.ui;

import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.util.Duration;

/** A page that is made when it is first needed, so that the window opens before all six are there. */
final class LazyPage implements Page {
    private final PageId id;
    private final Supplier<Page> factory;
    private Page page;
    private Parent content;

    LazyPage(PageId id, Supplier<Page> factory) {
        this.id = id;
        this.factory = factory;
    }

    /** The page itself. */
    Page page() {
        if (page == null) {
            page = factory.get();
        }
        return page;
    }

    @Override
    public PageId id() {
        return id;
    }

    /** The whole content. */
    @Override
    public Parent content() {
        begin();
        while (makeNext()) {}
        return content;
    }

    /** Makes what the content begins with. */
    void begin() {
        if (content == null) {
            content = page().content();
        }
    }

    @Override
    public boolean makeNext() {
        return page().makeNext();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return page().shortcuts();
    }

    @Override
    public Duration pace() {
        return page().pace();
    }

    @Override
    public void refresh() {
        page().refresh();
    }

    @Override
    public void background() {
        if (page != null) {
            page.background();
        }
    }

    @Override
    public void open(Destination destination) {
        page().open(destination);
    }

    @Override
    public void close() {
        if (page != null) {
            page.close();
        }
    }
}
