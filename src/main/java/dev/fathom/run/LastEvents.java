package dev.fathom.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How far a run is, from the end of its event stream, without reading all of it. */
public final class LastEvents {
    private static final Pattern STEP = Pattern.compile("\"type\"\\s*:\\s*\"step\"");
    private static final Pattern EPOCH = Pattern.compile("\"type\"\\s*:\\s*\"epoch\"");

    private LastEvents() {}

    /**
     * The last step and the last epoch in the order of the file, as far as they lie in its last {@code bytes}.
     *
     * @return at most two events, none if there is no file
     */
    public static List<Event> of(Path events, int bytes) throws IOException {
        if (!Files.exists(events)) {
            return List.of();
        }
        String[] lines = tail(events, bytes).split("\n");
        int step = last(lines, STEP);
        int epoch = last(lines, EPOCH);
        List<Event> found = new ArrayList<>();
        for (int line : new int[] {Math.min(step, epoch), Math.max(step, epoch)}) {
            if (line >= 0) {
                found.add(Json.parseLine(lines[line], Event.class));
            }
        }
        return found;
    }

    /** Whole lines: a beginning in the middle of one and a torn end are cut off. */
    private static String tail(Path file, int bytes) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - bytes);
            byte[] read = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(read);
            String text = new String(read, StandardCharsets.UTF_8);
            int begin = from == 0 ? 0 : text.indexOf('\n') + 1;
            int end = text.lastIndexOf('\n');
            return begin <= end ? text.substring(begin, end) : "";
        }
    }

    private static int last(String[] lines, Pattern type) {
        for (int i = lines.length - 1; i >= 0; i--) {
            if (type.matcher(lines[i]).find()) {
                return i;
            }
        }
        return -1;
    }
}
