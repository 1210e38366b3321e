package dev.fathom.ui;

import dev.fathom.ui.base.Notice;
import dev.fathom.ui.base.Notices;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** Lets good news go by itself, unless the pointer rests on it; an error stays until it is dismissed. */
final class PassingNotices {
    private static final Duration TO_READ = Duration.seconds(10);
    private static final Duration TO_DECIDE = Duration.seconds(30);

    private final Notices notices;
    private final Node bar;
    private final PauseTransition pause = new PauseTransition();

    /** @param bar where the newest is shown */
    PassingNotices(Notices notices, Node bar) {
        this.notices = notices;
        this.bar = bar;
        pause.setOnFinished(event -> notices.dismiss());
        notices.currentProperty().addListener(change -> watch());
        bar.hoverProperty().addListener(change -> watch());
        watch();
    }

    /** How long a notice is shown; an offer needs longer, an error any time. */
    static Duration shown(Notice notice) {
        if (notice.kind() == Notice.Kind.ERROR) {
            return Duration.INDEFINITE;
        }
        return notice.action() == null ? TO_READ : TO_DECIDE;
    }

    private void watch() {
        pause.stop();
        Notice notice = notices.currentProperty().get();
        if (notice != null && !bar.isHover() && !shown(notice).isIndefinite()) {
            pause.setDuration(shown(notice));
            pause.playFromStart();
        }
    }
}
