package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pixels whose distance is known, for example measured with a tape. */
public record KnownPoints(List<Point> points) {
    private static final int COLUMNS = 3;

    /**
     * A pixel of the prediction.
     *
     * @param x column from the left, from 0
     * @param y row from the top, from 0
     * @param metres depth along the camera's axis
     */
    public record Point(double x, double y, double metres) {}

    /**
     * Reads a CSV file with a point a line, {@code x,y,metres}; a first line of names is passed over, as are empty ones.
     *
     * @throws UserException naming the line, if it is not three numbers or the depth is not above 0
     */
    public static KnownPoints read(Path file) {
        List<Point> points = new ArrayList<>();
        List<String> lines = TextFiles.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\ufeff", "").trim();
            String[] cells = line.split("[,;\t]", -1);
            boolean names = i == 0 && Arrays.stream(cells).noneMatch(cell -> cell.matches(".*[0-9].*"));
            if (!line.isEmpty() && !names) {
                points.add(point(file, i + 1, cells));
            }
        }
        return new KnownPoints(points);
    }

    private static Point point(Path file, int line, String... cells) {
        try {
            if (cells.length == COLUMNS) {
                Point point = new Point(
                        Double.parseDouble(cells[0].trim()),
                        Double.parseDouble(cells[1].trim()),
                        Double.parseDouble(cells[2].trim()));
                if (point.metres > 0 && Double.isFinite(point.metres + point.x + point.y)) {
                    return point;
                }
            }
        } catch (NumberFormatException e) {
            throw bad(file, line, e);
        }
        throw bad(file, line, null);
    }

    private static UserException bad(Path file, int line, Throwable cause) {
        return new UserException(
                "Line " + line + " of " + file + " is not a point",
                "Write x,y,metres: column and row from 0, and a depth above 0, for example 320,240,1.85",
                cause);
    }

    /**
     * The points of a depth map: every valid pixel.
     *
     * @param width of the prediction, to which the map is brought by nearest neighbour
     */
    public static KnownPoints of(DepthMap reference, int width, int height) {
        DepthMap fitted = reference.resizeNearest(width, height);
        List<Point> points = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (fitted.valid().get(x, y)) {
                    points.add(new Point(x, y, fitted.metres(x, y)));
                }
            }
        }
        return new KnownPoints(points);
    }
}
