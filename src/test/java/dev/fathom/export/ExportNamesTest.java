package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportOptions.Clamp;
import dev.fathom.run.ExportOptions.Depth;
import dev.fathom.run.ExportOptions.Input;
import dev.fathom.run.ExportOptions.Output;
import dev.fathom.run.ExportOptions.Unit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportNamesTest {
    private static final Path FOLDER = Path.of("export");

    private static String file(ExportNames names, ExportFormat format) {
        return names.file(format).getFileName().toString();
    }

    @Test
    void defaultsAreNotNamed() {
        ExportNames names = new ExportNames(FOLDER, "net", ExportOptions.DEFAULT);
        assertEquals("net_f32.tflite", file(names, ExportFormat.F32));
        assertEquals(FOLDER.resolve("net_int8.json"), names.report(ExportFormat.INT8));
        assertEquals(FOLDER.resolve("net.html"), names.page());
        ExportNames floats =
                new ExportNames(FOLDER, "net", new ExportOptions(Input.FLOAT, Output.FULL, null, Unit.M, Depth.FLOAT));
        assertEquals("net_f32.tflite", file(floats, ExportFormat.F32));
        assertEquals("net_float-in_int8.tflite", file(floats, ExportFormat.INT8));
    }

    @Test
    void everyOptionIsNamedWhereItMatters() {
        ExportOptions options = new ExportOptions(Input.UINT8, Output.NETWORK, new Clamp(0.5, 8), Unit.MM, Depth.UINT8);
        ExportNames names = new ExportNames(FOLDER, "net", "384x512", options, "cal20");
        assertEquals("net_384x512_uint8-in_network_0.5-8.0m_mm_uint8-out_f32.tflite", file(names, ExportFormat.F32));
        assertEquals("net_384x512_network_0.5-8.0m_mm_uint8-out_cal20_int8.tflite", file(names, ExportFormat.INT8));
        assertEquals(
                "net_384x512_uint8-in_network_0.5-8.0m_mm_uint8-out_cal20.html",
                names.page().getFileName().toString());
    }
}
