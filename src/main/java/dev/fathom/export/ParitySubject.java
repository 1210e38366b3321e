package dev.fathom.export;

import dev.fathom.core.DepthMap;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;

/**
 * A file that is held against the engine.
 *
 * @param limit largest share of the range that a difference may have; null if there is none
 * @param options what the file gives
 */
record ParitySubject(TfliteModel model, Double limit, ExportOptions options) {
    /** Rounding of 32-bit floats in another order. */
    static final double FLOAT_LIMIT = 1e-4;

    private static final double HALF_LIMIT = 1e-2;

    static ParitySubject of(ExportedModel exported) {
        return new ParitySubject(exported.model(), limit(exported.format()), exported.options());
    }

    private static Double limit(ExportFormat format) {
        return switch (format) {
            case F32 -> FLOAT_LIMIT;
            case F16 -> HALF_LIMIT;
            case DYNAMIC, INT8 -> null;
        };
    }

    /** What the file gives for a picture, in metres and of the picture's size. */
    float[] depth(TfliteInterpreter interpreter, float[] image) {
        float[] metres = new OutputForm(options).metres(interpreter.run(image));
        Shape in = interpreter.inputShape(0);
        Shape out = interpreter.outputShape(0);
        return DepthMap.ofPositive(out.width(), out.height(), metres)
                .resizeNearest(in.width(), in.height())
                .metres();
    }

    /** What it should give. */
    float[] expected(float[] engine) {
        return new OutputForm(options).expected(engine);
    }
}
