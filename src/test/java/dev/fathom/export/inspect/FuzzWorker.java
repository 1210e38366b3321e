package dev.fathom.export.inspect;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.run.InspectionReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that inspects one file after the other until one of them kills it: starting one for each takes too long. */
public final class FuzzWorker {
    private FuzzWorker() {}

    /** Reads paths, writes one {@link FuzzOutcome} each. */
    public static void main(String[] args) throws IOException {
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            System.out.println(FuzzOutcome.MARK + inspect(Path.of(path)));
            System.out.flush();
        }
    }

    private static FuzzOutcome inspect(Path file) {
        try {
            InspectionReport report = Inspector.run(file, 1, Monitor.NONE);
            boolean ran = report.execution() != null && report.execution().statistics() != null;
            return ran ? FuzzOutcome.RAN : FuzzOutcome.REFUSED_BY_RUNTIME;
        } catch (UserException e) {
            return FuzzOutcome.REFUSED_BY_CHECK;
        }
    }
}
