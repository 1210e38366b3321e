package dev.fathom.run;

import java.util.List;
import java.util.Map;

/**
 * What a TFLite file holds and how the runtime takes it.
 *
 * @param facts what the file says about itself in words, by the kind of fact
 * @param graphs the first one is the model, others are bodies of loops, branches and the like
 * @param totals of all graphs
 * @param execution null if the file was not run; then {@code notes} say why
 * @param notes what could not be known, a sentence each, without full stop
 */
public record InspectionReport(
        String file,
        long bytes,
        String sha256,
        Map<String, String> facts,
        List<Signature> signatures,
        List<Graph> graphs,
        Totals totals,
        Execution execution,
        List<String> notes) {
    public InspectionReport {
        signatures = List.copyOf(signatures);
        graphs = List.copyOf(graphs);
        notes = List.copyOf(notes);
    }

    /** A way to call the model by names. */
    public record Signature(String key, String graph, List<String> inputs, List<String> outputs) {}

    /** A graph with its operations in the order they run. */
    public record Graph(String name, List<Port> inputs, List<Port> outputs, List<Operator> operators) {}

    /**
     * An input or output.
     *
     * @param open whether a size is left open until the model runs; {@code shape} then has 1 in its place
     * @param quantisation scale and zero point, or how many there are; null if there is none
     */
    public record Port(String name, List<Integer> shape, boolean open, String type, String quantisation) {}

    /**
     * An operation.
     *
     * @param options strides, paddings and the like; may be empty
     * @param output name of the first tensor it makes, empty if it makes none
     * @param shape of that tensor
     * @param parameters trained values that it reads
     * @param macs multiply-accumulates, null if not known
     * @param partition the XNNPACK partition it runs in, from 1; 0 outside XNNPACK; null if the file was not loaded
     * @param reason why it is outside XNNPACK, null inside
     */
    public record Operator(
            int index,
            String code,
            int version,
            String options,
            String output,
            List<Integer> shape,
            String type,
            long parameters,
            Long macs,
            Integer partition,
            String reason) {}

    /**
     * Sums over all graphs.
     *
     * @param operators how often each operation occurs
     * @param parameters trained values; what several operations read is counted once
     * @param macs multiply-accumulates of the operations for which they are known
     * @param weightBytes bytes of all constants by type
     */
    public record Totals(Map<String, Integer> operators, long parameters, long macs, Map<String, Long> weightBytes) {}

    /**
     * How the runtime took the file.
     *
     * @param partitions runs of operations that XNNPACK executes as one
     * @param notDelegated operations of the model's own graph outside XNNPACK
     * @param loadMillis from the file's bytes to the first run
     * @param statistics null if no runs were asked for
     * @param kernels where the time goes, in the order of execution; empty if no runs were asked for
     */
    public record Execution(
            String runtime,
            int threads,
            int partitions,
            int notDelegated,
            double loadMillis,
            LatencyStatistics statistics,
            List<Kernel> kernels) {
        public Execution {
            kernels = List.copyOf(kernels);
        }
    }

    /**
     * A piece of work as the runtime's profiler sees it; XNNPACK's own pieces are not the file's operations.
     *
     * @param name the runtime's name for it
     * @param operator index of the file's operation, null for a piece of an XNNPACK partition
     * @param millis median over the profiled runs; XNNPACK reports whole microseconds
     */
    public record Kernel(String name, Integer operator, double millis) {}
}
