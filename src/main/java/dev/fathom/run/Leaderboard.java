package dev.fathom.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Published results of the Mobile AI depth challenge on a Raspberry Pi 4, best first. The table of 2022 gives si-RMSE
 * cut off to three digits, so its scores do not follow from it exactly.
 *
 * @param challenge {@code mai2021} or {@code mai2022}
 */
public record Leaderboard(String challenge, List<Row> rows) {
    private static final List<String> CHALLENGES = List.of("mai2021", "mai2022");
    private static final int COLUMNS = 6;

    public Leaderboard {
        rows = List.copyOf(rows);
    }

    /**
     * One team.
     *
     * @param rmse in metres
     * @param millis runtime of one image of 480x640
     */
    public record Row(String team, double siRmse, double rmse, double absRel, double millis, double score) {}

    /** Both challenges. */
    public static List<Leaderboard> all() {
        return CHALLENGES.stream().map(Leaderboard::read).toList();
    }

    private static Leaderboard read(String challenge) {
        try (InputStream in = Leaderboard.class.getResourceAsStream("/assets/leaderboards/" + challenge + ".csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Leaderboard(
                    challenge, text.lines().skip(1).map(Leaderboard::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", COLUMNS);
        return new Row(
                cells[0],
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]));
    }
}
