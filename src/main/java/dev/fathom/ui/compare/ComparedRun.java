package dev.fathom.ui.compare;

import dev.fathom.core.UserException;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Samples;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * A run's sample predictions as they are on disk now.
 *
 * @param distilled true if the run learns from a teacher
 * @param teacher the teacher's samples, or why there are none
 * @param teacherEpoch the teacher's epoch with samples that is nearest to its best one
 */
record ComparedRun(
        RunFolder folder,
        List<String> ids,
        List<Integer> epochs,
        boolean distilled,
        Found<Samples> teacher,
        int teacherEpoch) {

    Samples samples() {
        return Samples.of(folder);
    }

    /** Reads which samples there are; decodes none. */
    static ComparedRun read(RunFolder folder, Workspace workspace) throws IOException {
        Samples samples = Samples.of(folder);
        DistillationConfig distillation = folder.readConfig().distillation();
        List<String> ids = samples.ids();
        List<Integer> epochs = samples.epochs();
        if (distillation == null) {
            Found<Samples> none = Found.missing("This run has no teacher: it was trained without distillation");
            return new ComparedRun(folder, ids, epochs, false, none, 0);
        }
        try {
            RunFolder teacher = workspace.find(distillation.teacher());
            List<Integer> taught = Samples.of(teacher).epochs();
            if (taught.isEmpty()) {
                Found<Samples> none = Found.missing("The teacher " + teacher.id() + " has no sample predictions");
                return new ComparedRun(folder, ids, epochs, true, none, 0);
            }
            return new ComparedRun(
                    folder, ids, epochs, true, Found.of(Samples.of(teacher)), nearestToBest(teacher, taught));
        } catch (UserException e) {
            return new ComparedRun(folder, ids, epochs, true, Found.missing(e.sentence()), 0);
        }
    }

    private static int nearestToBest(RunFolder teacher, List<Integer> epochs) {
        int last = epochs.get(epochs.size() - 1);
        int best = teacher.info().best() == null ? last : teacher.info().best().epoch();
        return epochs.stream()
                .min(Comparator.comparingInt((Integer epoch) -> Math.abs(epoch - best))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(last);
    }
}
