package dev.fathom.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes a latency believable or not.
 *
 * @param probe the device; null if it was not looked at
 * @param before the device before warm-up
 * @param during what was seen while the counted runs went on
 * @param after the device after the last run
 * @param verdict whether the number may be compared
 * @param output the output tensor, and whether it is the desktop's
 * @param peakMemory of the process, in bytes; null if not known
 * @param memoryBefore of the process before the model was loaded, in bytes; null if not known
 * @param fp16 whether the runtime was told to compute in half precision
 * @param operations time of each operation, slowest first; empty unless asked for
 * @param notes what was done otherwise than planned, such as another runtime
 */
public record LatencyDetails(
        DeviceProbe probe,
        DeviceState before,
        LoadState during,
        DeviceState after,
        LatencyVerdict verdict,
        OutputCheck output,
        Long peakMemory,
        Long memoryBefore,
        boolean fp16,
        List<OperationTime> operations,
        List<String> notes) {
    public LatencyDetails {
        operations = operations == null ? List.of() : List.copyOf(operations);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** The same with the output compared. */
    public LatencyDetails withOutput(OutputCheck compared) {
        return new LatencyDetails(
                probe, before, during, after, verdict, compared, peakMemory, memoryBefore, fp16, operations, notes);
    }

    /** The same with one more note. */
    public LatencyDetails withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new LatencyDetails(
                probe, before, during, after, verdict, output, peakMemory, memoryBefore, fp16, operations, more);
    }
}
