package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run is doing. Finished and diverged are final; stopped, failed and interrupted can be resumed. */
public enum RunState {
    QUEUED,
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED,
    /** The loss became NaN or infinite; the last good checkpoint is kept. */
    DIVERGED,
    /** The process is gone without having said so. Found when the folder is read, never written by the process itself. */
    INTERRUPTED;

    /** True if nothing will change this state any more. */
    public boolean isFinal() {
        return this == FINISHED || this == DIVERGED;
    }

    /** True if {@code resume} may continue from the last checkpoint. */
    public boolean isResumable() {
        return this == STOPPED || this == FAILED || this == INTERRUPTED;
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static RunState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
