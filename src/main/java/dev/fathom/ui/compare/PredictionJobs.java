package dev.fathom.ui.compare;

import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.job.JobList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Starts workers that predict or score images with a run's best weights, into the run's folder. */
public final class PredictionJobs {
    private static final String RESULT = "The page of comparisons shows it";

    private static final int LONGEST = 28;

    private final JobList jobs;
    private final TaskExecutor executor;
    private final Notices notices;
    private final ObservableList<JobItem> own;

    PredictionJobs(JobList jobs, TaskExecutor executor, Notices notices) {
        this.jobs = jobs;
        this.executor = executor;
        this.notices = notices;
        this.own = new FilteredList<>(jobs.jobs(), PredictionJobs::isOwn);
    }

    private static boolean isOwn(JobItem job) {
        return List.of("predict", "evaluate").contains(job.arguments().get(0));
    }

    /**
     * Predicts pictures.
     *
     * @param pictures files, or a folder of nothing else
     * @param origin where they come from, which decides where the predictions go
     */
    void predict(RunPictures run, List<Path> pictures, ImageEntry.Origin origin) {
        startPredicting(run, prediction(run, pictures, origin));
    }

    private void startPredicting(RunPictures run, List<String> arguments) {
        start("Predicting with " + shortened(run.name()), arguments);
    }

    private static List<String> prediction(RunPictures run, List<Path> pictures, ImageEntry.Origin origin) {
        List<String> arguments =
                new ArrayList<>(List.of("predict", run.folder().path().toString()));
        pictures.forEach(picture -> arguments.add(picture.toString()));
        Path out = BestPredictions.out(run.folder(), origin);
        arguments.addAll(List.of("--out", out.toString(), "--format", "png16"));
        return arguments;
    }

    /** Predicts images, those too that lie inside another file. */
    void predictAll(RunPictures run, List<ImageEntry> images, ImageEntry.Origin origin) {
        BackgroundTask.of(() -> PictureFiles.of(images))
                .onSuccess(files -> {
                    List<String> arguments = prediction(run, files.paths(), origin);
                    startPredicting(run, arguments);
                    deleteAfter(arguments, files);
                })
                .onFailure(notices::error)
                .executeWith(executor);
    }

    private void deleteAfter(List<String> arguments, PictureFiles files) {
        if (jobs.isRunning(arguments)) {
            own.addListener(new ListChangeListener<>() {
                @Override
                public void onChanged(Change<? extends JobItem> change) {
                    if (!jobs.isRunning(arguments)) {
                        own.removeListener(this);
                        delete(files);
                    }
                }
            });
        } else {
            delete(files);
        }
    }

    private void delete(PictureFiles files) {
        BackgroundTask.run(files::delete).onFailure(notices::error).executeWith(executor);
    }

    /** Scores the validation images, so that the list can show the worst first. */
    void score(RunPictures run) {
        start(
                "Scoring " + shortened(run.name()),
                List.of(
                        "evaluate",
                        run.folder().path().toString(),
                        "--data",
                        run.config().data().folder()));
    }

    /** Names of studies are long, and their end tells them apart. */
    private static String shortened(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST / 2) + "…" + name.substring(name.length() - LONGEST / 2 + 1);
    }

    /** Once: the same again while it runs would write the same files. */
    private void start(String title, List<String> arguments) {
        if (!jobs.isRunning(arguments)) {
            jobs.start(title, arguments, RESULT);
        }
    }

    /** The living workers of this page, oldest first. */
    ObservableList<JobItem> living() {
        return own;
    }
}
