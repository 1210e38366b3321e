package dev.fathom.ui.base;

import dev.fathom.core.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where the window's errors and messages end: the newest is shown until it is dismissed or its
 * time is over, earlier ones can be looked up.
 */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int KEPT = 100;

    private final ReadOnlyObjectWrapper<Notice> current = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Past> history = FXCollections.observableArrayList();
    private final ObservableList<Past> unmodifiable = FXCollections.unmodifiableObservableList(history);

    /** Null as long as these are shown. */
    private Notices heir;

    /** A notice and when it came. */
    public record Past(LocalTime time, Notice notice) {}

    /** The notice to show, or null. */
    public ReadOnlyObjectProperty<Notice> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The notices since the window opened, newest first. */
    public ObservableList<Past> history() {
        return unmodifiable;
    }

    public void inform(String what, String remedy) {
        show(new Notice(Notice.Kind.INFORMATION, what, remedy));
    }

    /** Tells, and offers one thing to do. */
    public void offer(String what, String remedy, String label, Runnable action) {
        show(new Notice(Notice.Kind.INFORMATION, what, remedy, "", new Notice.Action(label, action)));
    }

    public void error(String what, String remedy) {
        show(new Notice(Notice.Kind.ERROR, what, remedy));
    }

    /** Shows an error in its own words if it has any; whatever else it is goes to the log, once. */
    public void error(Throwable e) {
        if (e instanceof UserException user) {
            LOG.info("Shown to the user: {}", user.sentence(), user.getCause());
            String cause = user.getCause() == null ? "" : trace(user.getCause());
            show(new Notice(Notice.Kind.ERROR, user.what(), user.remedy(), user.command(), cause, null));
            return;
        }
        LOG.error("Unexpected", e);
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        show(new Notice(
                Notice.Kind.ERROR,
                "Something unexpected happened: " + reason,
                "Fathom goes on; the details are in its log",
                trace(e),
                null));
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** From now on these tell what still comes, as nobody looks here any more. What a notice offers ends with its page. */
    public void passOnTo(Notices others) {
        heir = others;
    }

    /** Shows any notice. */
    public void show(Notice notice) {
        if (heir != null) {
            heir.show(notice.withoutAction());
            return;
        }
        history.add(0, new Past(LocalTime.now(), notice));
        if (history.size() > KEPT) {
            history.remove(KEPT, history.size());
        }
        current.set(notice);
    }

    public void dismiss() {
        current.set(null);
    }
}
