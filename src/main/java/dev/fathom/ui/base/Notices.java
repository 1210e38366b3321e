package dev.fathom.ui.base;

import dev.fathom.core.UserException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where the window's errors and messages end: the newest is shown until it is dismissed. */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final ReadOnlyObjectWrapper<Notice> current = new ReadOnlyObjectWrapper<>();

    /** The notice to show, or null. */
    public ReadOnlyObjectProperty<Notice> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public void inform(String what, String remedy) {
        current.set(new Notice(Notice.Kind.INFORMATION, what, remedy));
    }

    public void error(String what, String remedy) {
        current.set(new Notice(Notice.Kind.ERROR, what, remedy));
    }

    /** Shows an error in its own words if it has any; whatever else it is goes to the log, once. */
    public void error(Throwable e) {
        if (e instanceof UserException user) {
            LOG.info("Shown to the user: {}", user.sentence(), user.getCause());
            error(user.what(), user.remedy());
            return;
        }
        LOG.error("Unexpected", e);
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        error("Something unexpected happened: " + reason, "Fathom goes on; the details are in its log");
    }

    public void dismiss() {
        current.set(null);
    }
}
