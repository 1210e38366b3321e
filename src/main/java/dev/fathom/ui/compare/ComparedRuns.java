package dev.fathom.ui.compare;

import dev.fathom.core.UserException;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** The chosen runs and the teacher of the first, as they are on disk now; each present or with the reason why not. */
record ComparedRuns(Map<Side, Found<RunPictures>> sides) {
    static final String NO_RUN = "There is no run yet: start the quickstart on the page of runs, or train one";
    private static final String NO_SECOND = "Choose run B at the top of the page";
    private static final String NO_TEACHER = "%s has no teacher: it was trained without distillation";

    /** @param b null if no second run was chosen */
    static ComparedRuns read(RunChoice a, RunChoice b, Workspace workspace) {
        Map<Side, Found<RunPictures>> sides = new EnumMap<>(Side.class);
        sides.put(Side.A, read(a, NO_RUN));
        sides.put(Side.B, read(b, NO_SECOND));
        sides.put(Side.TEACHER, sides.get(Side.A).flatMap(run -> teacher(run, workspace)));
        return new ComparedRuns(sides);
    }

    private static Found<RunPictures> read(RunChoice choice, String none) {
        return choice == null ? Found.missing(none) : read(choice.folder());
    }

    private static Found<RunPictures> read(RunFolder folder) {
        try {
            return Found.of(RunPictures.read(folder));
        } catch (UserException e) {
            return Found.missing(e.sentence());
        } catch (IOException e) {
            return Found.missing("Cannot read " + folder.id() + ": " + e.getMessage());
        }
    }

    private static Found<RunPictures> teacher(RunPictures run, Workspace workspace) {
        if (run.teacher() == null) {
            return Found.missing(String.format(NO_TEACHER, run.name()));
        }
        try {
            return read(workspace.find(run.teacher()));
        } catch (UserException e) {
            return Found.missing(e.sentence());
        } catch (IOException e) {
            return Found.missing("Cannot look for the teacher: " + e.getMessage());
        }
    }

    /** The earlier reading if nothing has changed since, so that who looks again and again need not compare it all. */
    ComparedRuns orSame(ComparedRuns before) {
        return equals(before) ? before : this;
    }

    /** True if run A has the same images: its predictions may have changed. */
    boolean hasImagesOf(ComparedRuns before) {
        Found<RunPictures> a = side(Side.A);
        Found<RunPictures> other = before.side(Side.A);
        return a.isThere() && other.isThere() && a.value().hasImagesOf(other.value());
    }

    /** True if this is the folder of run A. */
    boolean isRunA(RunFolder folder) {
        Found<RunPictures> a = side(Side.A);
        return a.isThere() && a.value().folder().equals(folder);
    }

    Found<RunPictures> side(Side side) {
        return sides.get(side);
    }
}
