package dev.fathom.ui.compare;

import dev.fathom.run.DataConfig;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.job.JobList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.transformation.FilteredList;

/** Starts workers that predict or score images with a run's best weights, into the run's folder. */
public final class PredictionJobs {
    private static final String WHERE = "Its results are on the page of comparisons";

    private final JobList jobs;
    private final FilteredList<JobItem> own;

    PredictionJobs(JobList jobs) {
        this.jobs = jobs;
        this.own = new FilteredList<>(jobs.jobs(), PredictionJobs::isOwn);
    }

    private static boolean isOwn(JobItem job) {
        return List.of("predict", "evaluate").contains(job.arguments().get(0));
    }

    /** Predicts all validation images of the run's data set. */
    void predictValidation(RunPictures run) {
        DataConfig data = run.config().data();
        start("Predicting with " + run.name(), validation(run, data));
    }

    private static List<String> validation(RunPictures run, DataConfig data) {
        return List.of(
                "predict",
                run.folder().path().toString(),
                "--data",
                data.folder(),
                "--split",
                "val",
                "--out",
                BestPredictions.of(run.folder())
                        .folder(ImageEntry.Origin.VALIDATION)
                        .toString());
    }

    /** Predicts pictures from anywhere. */
    void predict(RunPictures run, List<Path> pictures) {
        List<String> arguments = new ArrayList<>(
                List.of("predict", run.folder().path().toString()));
        pictures.forEach(picture -> arguments.add(picture.toString()));
        arguments.addAll(List.of(
                "--out",
                BestPredictions.of(run.folder())
                        .folder(ImageEntry.Origin.DROPPED)
                        .toString()));
        start("Predicting with " + run.name(), arguments);
    }

    /** Scores the validation images, so that the list can show the worst first. */
    void score(RunPictures run) {
        start(
                "Scoring " + run.name(),
                List.of(
                        "evaluate",
                        run.folder().path().toString(),
                        "--data",
                        run.config().data().folder(),
                        "--split",
                        "val"));
    }

    /** Once: the same again while it runs would write the same files. */
    private void start(String title, List<String> arguments) {
        if (!jobs.isRunning(arguments)) {
            jobs.start(title, arguments);
        }
    }

    /** The living workers of this page, oldest first. */
    FilteredList<JobItem> living() {
        return own;
    }
}
