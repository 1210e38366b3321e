package dev.fathom.prediction;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.CsvCell;
import dev.fathom.core.DepthMap;
import dev.fathom.core.Monitor;
import dev.fathom.core.ResizeRule;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.Resampling;
import dev.fathom.data.RgbFile;
import dev.fathom.run.Json;
import dev.fathom.run.PredictionReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Predicts pictures and writes what comes out, a few at a time, so that memory does not grow with their number. A picture
 * that cannot be used is a problem in the report, and the others go on.
 *
 * @param networkSize whether depth keeps the size that the network gives, instead of the picture's
 */
public record PictureJob(Set<OutputFormat> formats, OutputOptions options, boolean networkSize, Path out) {
    private static final int AT_ONCE = 8;
    private static final int LISTED = 100;
    private static final String STAGE = "Predicting";

    /** A picture for the network, and what has to be known of the original; the picture is null if it could not be read. */
    private record Ready(
            PictureInput input, RgbImage picture, int width, int height, RgbImage colours, String problem) {}

    /** What happened to one picture. */
    private record Done(PredictionReport.Written written, String line, boolean resized, boolean cut) {}

    /** What is kept of all pictures. */
    private static final class Tally {
        private final StringBuilder csv = new StringBuilder("picture,stem,width,height,near,far\n");
        private final List<PredictionReport.Written> first = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private int pictures;
        private int resized;
        private int cut;
    }

    /**
     * Predicts and writes; leaves {@code predictions.json} and {@code predictions.csv} beside the files.
     *
     * @param name of the model, for the report
     * @throws java.util.concurrent.CancellationException if the monitor says so; every file is whole then
     */
    public PredictionReport run(String name, DepthModel model, PictureInputs inputs, Monitor monitor)
            throws IOException {
        Tally tally = new Tally();
        List<PictureInput> all = inputs.pictures();
        for (int start = 0; start < all.size(); start += AT_ONCE) {
            monitor.checkpoint(STAGE, start, all.size());
            predict(all.subList(start, Math.min(all.size(), start + AT_ONCE)), model, tally);
        }
        PredictionReport report = report(name, model, inputs, tally);
        AtomicFiles.writeString(out.resolve("predictions.csv"), tally.csv.toString());
        Json.writeFile(out.resolve("predictions.json"), report);
        monitor.checkpoint(STAGE, all.size(), all.size());
        return report;
    }

    private void predict(List<PictureInput> few, DepthModel model, Tally tally) throws IOException {
        List<Ready> ready =
                few.parallelStream().map(input -> read(input, model)).toList();
        List<Ready> usable = ready.stream().filter(one -> one.picture != null).toList();
        List<DepthMap> depths =
                model.predict(usable.stream().map(Ready::picture).toList());
        ready.stream().filter(one -> one.picture == null).forEach(one -> tally.problems.add(one.problem));
        try {
            IntStream.range(0, usable.size())
                    .parallel()
                    .mapToObj(i -> write(usable.get(i), depths.get(i)))
                    .toList()
                    .forEach(done -> add(done, tally));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Colours are kept only where a point cloud needs them, because pictures can be large. */
    private Ready read(PictureInput input, DepthModel model) {
        try {
            RgbImage image = RgbFile.readUpright(input.file());
            RgbImage colours = formats.contains(OutputFormat.PLY) ? image : null;
            RgbImage fitted = Resampling.bilinear(image, model.input());
            return new Ready(input, fitted, image.width(), image.height(), colours, null);
        } catch (UserException e) {
            return new Ready(input, null, 0, 0, null, e.sentence());
        }
    }

    private Done write(Ready picture, DepthMap predicted) {
        DepthMap depth = networkSize ? predicted : ResizeRule.CENTRES.resize(predicted, picture.width, picture.height);
        List<String> files = new ArrayList<>();
        try {
            for (OutputFormat format : formats) {
                Path file = format.file(out, picture.input.stem());
                format.write(file, depth, picture.colours, options);
                files.add(file.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Extent extent = Extent.of(depth);
        PredictionReport.Written written = new PredictionReport.Written(
                picture.input.file().toString(), files, depth.width(), depth.height(), extent.near(), extent.far());
        boolean cut = formats.contains(OutputFormat.PNG16) && extent.far() != null && extent.far() > options.farthest();
        return new Done(written, line(picture.input, written), depth != predicted, cut);
    }

    private static String line(PictureInput input, PredictionReport.Written w) {
        return String.join(
                ",",
                CsvCell.of(input.file().toString()),
                CsvCell.of(input.stem()),
                String.valueOf(w.width()),
                String.valueOf(w.height()),
                w.near() == null ? "" : w.near().toString(),
                w.far() == null ? "" : w.far().toString());
    }

    /** The smallest and the largest valid depth, null where there is none. */
    private record Extent(Double near, Double far) {
        static Extent of(DepthMap depth) {
            double near = Double.POSITIVE_INFINITY;
            double far = 0;
            for (int i = 0; i < depth.metres().length; i++) {
                if (depth.valid().get(i)) {
                    near = Math.min(near, depth.metres()[i]);
                    far = Math.max(far, depth.metres()[i]);
                }
            }
            return far == 0 ? new Extent(null, null) : new Extent(near, far);
        }
    }

    private static void add(Done done, Tally tally) {
        tally.pictures++;
        tally.resized += done.resized ? 1 : 0;
        tally.cut += done.cut ? 1 : 0;
        tally.csv.append(done.line).append('\n');
        if (tally.first.size() < LISTED) {
            tally.first.add(done.written);
        }
    }

    private PredictionReport report(String name, DepthModel model, PictureInputs inputs, Tally tally) {
        List<String> notes = new ArrayList<>(model.notes());
        if (tally.resized > 0) {
            notes.add("Depth of " + tally.resized + " pictures was brought from the network's size to the picture's ("
                    + ResizeRule.CENTRES.rule() + ")");
        }
        if (tally.cut > 0) {
            notes.add("In " + tally.cut + " pictures some depth is beyond the " + options.farthest()
                    + " m that 16 bits hold at " + options.unitsPerMetre()
                    + " units a metre; choose a smaller --scale");
        }
        if (formats.contains(OutputFormat.PLY)) {
            notes.add("The points are of a camera with " + options.camera().text());
        }
        notes.addAll(inputs.notes());
        return new PredictionReport(
                name,
                out.toString(),
                formats.stream().map(OutputFormat::text).toList(),
                options.unitsPerMetre(),
                tally.pictures,
                tally.first,
                tally.problems,
                notes);
    }
}
