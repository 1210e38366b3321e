package dev.fathom.ui.desk;

import dev.fathom.run.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workspaces that were open, newest first; those that are gone are not listed. */
public record RecentWorkspaces(Settings settings) {
    private static final String KEY = "window.workspaces";
    private static final int KEPT = 8;

    public List<Workspace> list() {
        return settings.recall(KEY, "")
                .lines()
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(Workspace::new)
                .toList();
    }

    /** Puts a workspace in front. */
    public void opened(Workspace workspace) {
        List<String> paths = new ArrayList<>();
        paths.add(workspace.root().toAbsolutePath().normalize().toString());
        settings.recall(KEY, "").lines().filter(path -> !paths.contains(path)).forEach(paths::add);
        settings.remember(KEY, String.join("\n", paths.subList(0, Math.min(KEPT, paths.size()))));
    }
}
