package dev.fathom.device.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Lines of a runner's output, of a length that memory can hold. */
final class RunnerLines {
    private static final int LONGEST = 1 << 26;

    private final BufferedReader in;

    RunnerLines(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * The next line, without its end.
     *
     * @return null at the end of the output
     * @throws IOException if it does not end
     */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == LONGEST) {
                throw new IOException("it says a line that does not end");
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
