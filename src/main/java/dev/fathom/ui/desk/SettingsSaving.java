package dev.fathom.ui.desk;

import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.TaskExecutor;

/** Writes the settings now and then, so that they outlive a window that does not close in an orderly way. */
public final class SettingsSaving {
    private final Settings settings;
    private final LatestTask saving;
    private Settings.Stored last;

    public SettingsSaving(Settings settings, TaskExecutor executor) {
        this.settings = settings;
        this.saving = new LatestTask(executor);
        this.last = settings.stored();
    }

    /** Writes them in the background if they have changed since the last time. */
    public void update() {
        Settings.Stored now = settings.stored();
        if (!now.equals(last)) {
            last = now;
            saving.submit(BackgroundTask.run(() -> settings.write(now)));
        }
    }
}
