package dev.fathom.export.quantise;

import dev.fathom.core.UserException;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.export.tflite.TfliteWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Smallest and largest value of every tensor over pictures: the float graph itself, with every value as an output, in the
 * real runtime.
 */
public final class Calibration implements AutoCloseable {
    private final List<String> values = new ArrayList<>();
    private final Map<String, Range> ranges = new HashMap<>();
    private final String input;
    private final TfliteInterpreter interpreter;

    /** @param graph of floats, with one input */
    public Calibration(LiteGraph graph) {
        input = graph.inputs().keySet().iterator().next();
        graph.nodes().stream().map(LiteNode::name).forEach(values::add);
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach(value -> all.put(value, value));
        byte[] bytes = TfliteWriter.write(graph.withOutputs(all), "calibration");
        interpreter = new TfliteInterpreter(TfliteModel.of(graph.name(), bytes), 1);
    }

    /**
     * Runs one picture, as the graph's input takes it.
     *
     * @throws UserException if some value is not a number or infinite
     */
    public void add(float[] picture) {
        interpreter.setInput(0, picture);
        interpreter.invoke();
        widen(input, picture);
        for (int i = 0; i < values.size(); i++) {
            widen(values.get(i), interpreter.output(i));
        }
    }

    /** Says that the input may have any value between the two, whatever the pictures hold; 0 is one of them. */
    public void allow(double low, double high) {
        ranges.merge(input, new Range(low, high), Range::and);
    }

    private void widen(String value, float[] numbers) {
        float low = 0;
        float high = 0;
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new UserException(
                        "The network gives " + number + " at " + value + ", so there are no scales for whole numbers",
                        "Its weights have diverged or the layer overflows; train again, or export f32");
            }
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        ranges.merge(value, new Range(low, high), Range::and);
    }

    /** Of all that the graph computes and of its input. */
    public Ranges ranges() {
        return new Ranges(ranges);
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
