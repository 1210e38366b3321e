package dev.fathom.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.data.RgbFile;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportPageTest {
    @TempDir
    private Path folder;

    private static final String LATENCY =
            """
            "latency":{"model":"m","sha256":"s","bytes":1,"device":"local","machine":"a machine","runtime":"TFLite",
            "threads":1,"xnnpack_partitions":1,"not_delegated":0,"load_millis":1,"first_run_millis":1,"warm_up_runs":1,
            "steady":true,"statistics":{"runs":5,"min":1,"mean":2,"std":0,"p50":2.75,"p90":3,"p99":3,"max":3},
            "runs_millis":[],"measured":"2026-11-21T10:00:00Z"},
            """;

    /** Reports as they are on disk: what this page does not show may be missing from them. */
    private static ExportReport report(String format, String sha, String tensor) throws IOException {
        return Json.parseLine(
                """
                {"network":"litedepth","format":"%s","file":"litedepth_%s.tflite","bytes":1548400,"sha256":"%s",
                "input":{"name":"image","shape":[1,480,640,3],"type":"FLOAT32","meaning":"RGB, 0 to 255"},
                "output":{"name":"depth","shape":[1,480,640,1],"type":"FLOAT32","meaning":"depth in metres"},
                "passes":["fold batch norm"],"operators":{"CONV_2D":27,"ADD":7},"xnnpack_partitions":3,
                "not_delegated":[{"operator":"HARD_SWISH","tensor":"%s","reason":"XNNPACK has no INT8 kernel for it"}],
                "parity":{"rules":"pixel by pixel","output_range":8.5,"limit":1e-4,"passed":true,"max_share":4.5e-6,
                "mean_share":2.5e-7,"worst":"kitchen","protocol":"mai: all pixels",
                "engine_metrics":{"si_rmse":0.1234,"rmse":1.5,"abs_rel":0.2,"log10":0.08,"pixels":10},
                "file_metrics":{"si_rmse":0.1235,"rmse":1.6,"abs_rel":0.21,"log10":0.081,"pixels":10},
                "pictures":[],"left_out":["broken.png: it is empty"]},
                %s
                "runtime":"TFLite 2.20.0","fathom":"0.1.0","made":"2026-11-21T10:00:00Z"}
                """
                        .formatted(format, format, sha, tensor, LATENCY),
                ExportReport.class);
    }

    private static ReportPicture picture(ExportFormat format) {
        int width = 8;
        int height = 4;
        float[] engine = new float[width * height];
        float[] file = new float[width * height];
        for (int i = 0; i < engine.length; i++) {
            engine[i] = 1 + i / 4f;
            file[i] = engine[i] + (i == 5 ? 0.25f : 0);
        }
        engine[0] = Float.NaN;
        return new ReportPicture(
                format,
                "kitchen",
                new RgbImage(width, height, new byte[width * height * 3]),
                DepthMap.ofPositive(width, height, engine),
                DepthMap.ofPositive(width, height, file));
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    @Test
    void thePageHoldsTheNumbersAndNeedsNothingElse() throws Exception {
        String page = ReportPage.of(
                List.of(report("f32", "aa11", "act"), report("int8", "bb22", "act")),
                List.of(picture(ExportFormat.INT8)));
        String text = parse(page).getDocumentElement().getTextContent();
        for (String part : List.of(
                "1,548,400",
                "4.5e-06",
                "2.5e-07",
                "0.1234",
                "0.1235",
                "27 CONV_2D, 7 ADD",
                "HARD_SWISH",
                "XNNPACK has no INT8 kernel for it",
                "aa11",
                "bb22",
                "2.75 ms",
                "broken.png: it is empty",
                "0.2500 m")) {
            assertTrue(text.contains(part), "no " + part + " in\n" + text);
        }
        assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(page).find());
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("url("));
    }

    @Test
    void whatAFileCallsItsTensorsStaysText() throws Exception {
        String name = "</td><script>alert('x')</script>&\u001b\u0000\ud800";
        String json =
                name.replace("\u001b", "\\u001b").replace("\u0000", "\\u0000").replace("\ud800", "\\ud800");
        String page = ReportPage.of(List.of(report("f32", "aa", json)), List.of());
        assertEquals(0, parse(page).getElementsByTagName("script").getLength());
        assertTrue(parse(page).getDocumentElement().getTextContent().contains("</td><script>alert('x')</script>&??"));
    }

    @Test
    void picturesAreFourAndOfTheirSize() throws Exception {
        Path file = folder.resolve("export.html");
        ReportPage.write(
                file, List.of(report("f32", "aa", "t")), List.of(picture(ExportFormat.F32), picture(ExportFormat.F16)));
        Matcher images = Pattern.compile("data:image/png;base64,([^\"]+)\"").matcher(Files.readString(file));
        int count = 0;
        while (images.find()) {
            Path png = Files.write(
                    folder.resolve(count + ".png"), Base64.getDecoder().decode(images.group(1)));
            RgbImage image = RgbFile.read(png);
            assertEquals(new ImageSize(4, 8), new ImageSize(image.height(), image.width()));
            count++;
        }
        assertEquals(4, count);
    }

    @Test
    void aFormatWithoutALimitHasNotPassed() throws IOException {
        ExportReport report = report("int8", "aa", "t");
        assertTrue(ReportPage.of(List.of(report), List.of()).contains("Passed: largest difference"));
        String json = Json.line(report).replace("\"limit\":1.0E-4", "\"limit\":null");
        ExportReport unlimited = Json.parseLine(json, ExportReport.class);
        String page = ReportPage.of(List.of(unlimited), List.of());
        assertTrue(page.contains("Compared: largest difference"), page);
        assertTrue(page.contains("no limit"), page);
    }
}
