package dev.fathom.export.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.export.Exporter;
import dev.fathom.export.TestModels;
import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.InspectionReport;
import dev.fathom.run.InspectionReport.Operator;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectorTest {
    @TempDir
    private Path folder;

    private InspectionReport inspect(byte[] bytes) throws IOException {
        return Inspector.run(file(bytes), 3, Monitor.NONE);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("foreign.tflite"), bytes);
    }

    private static List<Operator> operators(InspectionReport report) {
        return report.graphs().get(0).operators();
    }

    private static boolean notes(InspectionReport report, String part) {
        return report.notes().stream().anyMatch(note -> note.contains(part));
    }

    @Test
    void anExportedNetworkCostsWhatItsGraphCosts() throws IOException {
        Graph graph = Architectures.named("resnet18-light").build(ImageSize.VGA);
        Path file = folder.resolve("teacher.tflite");
        Exporter.export(graph, TestModels.trainedLike(graph, 7), file);
        InspectionReport report = Inspector.run(file, 2, Monitor.NONE);
        // Widening for the nearest resize adds a few; folding takes the batch norms' parameters away.
        Cost cost = Cost.of(graph);
        assertEquals(cost.macs(), report.totals().macs(), cost.macs() * 0.05);
        assertEquals(cost.parameters(), report.totals().parameters(), cost.parameters() * 0.01);
        assertEquals(1, report.execution().partitions());
        assertTrue(operators(report).stream().allMatch(op -> op.partition() == 1));
        assertEquals("serving_default", report.signatures().get(0).key());
        assertEquals(2, report.execution().statistics().runs());
        assertEquals(List.of(), report.notes());
        Path json = folder.resolve("inspection.json");
        Json.writeFile(json, report);
        assertEquals(report, Json.readFile(json, InspectionReport.class));
    }

    @Test
    void eachOperationIsListedWithItsCostAndWhatXnnpackSaysOfIt() throws IOException {
        InspectionReport report = inspect(ForeignFiles.plain());
        Operator conv = operators(report).get(0);
        assertEquals("CONV_2D", conv.code());
        assertEquals("y", conv.output());
        assertEquals(List.of(1, 8, 8, 4), conv.shape());
        assertEquals(4 * 27 + 4, conv.parameters());
        assertEquals(8 * 8 * 4 * 27, conv.macs());
        assertEquals(1, conv.partition());
        assertNull(conv.reason());
        Operator nearest = operators(report).get(1);
        assertEquals(0, nearest.partition());
        assertEquals("XNNPACK has no kernel for it", nearest.reason());
        assertEquals(0, nearest.parameters());
        assertEquals(Map.of("FLOAT32", 4L * 112, "INT32", 8L), report.totals().weightBytes());
        assertEquals(1, report.execution().notDelegated());
        List<InspectionReport.Kernel> kernels = report.execution().kernels();
        assertEquals(2, kernels.size());
        assertTrue(kernels.get(0).name().startsWith("Convolution"), kernels.toString());
        assertNull(kernels.get(0).operator());
        assertEquals("RESIZE_NEAREST_NEIGHBOR", kernels.get(1).name());
        assertEquals(1, kernels.get(1).operator());
        assertTrue(notes(report, "no signature"), report.notes().toString());
    }

    @Test
    void whatTheFileSaysOfItselfCannotSteerTheTerminal() throws IOException {
        InspectionReport report = inspect(ForeignFiles.plain());
        assertEquals("1.5.0", report.facts().get("least runtime version"));
        assertEquals("5 bytes, damaged", report.facts().get("TFLITE_METADATA"));
        String text = InspectionText.of(report);
        assertFalse(text.contains("\u001b"), text);
        assertTrue(text.contains("made?[2J elsewhere"), text);
        assertTrue(text.contains("no: XNNPACK has no kernel for it"), text);
    }

    @Test
    void aFullIntegerFileShowsItsQuantisation() throws IOException {
        InspectionReport report = inspect(ForeignFiles.int8());
        assertEquals(
                "scale 0.003921569, zero point -128",
                report.graphs().get(0).inputs().get(0).quantisation());
        assertEquals(1, operators(report).get(0).partition());
        assertEquals(
                "XNNPACK has no INT8 kernel for it", operators(report).get(1).reason());
        assertEquals(2 * 3 + 2, operators(report).get(0).parameters());
        assertNotNull(report.execution().statistics());
    }

    @Test
    void weightsThatAreUnpackedBelongToTheOperationThatReadsThem() throws IOException {
        InspectionReport report = inspect(ForeignFiles.float16(true));
        assertEquals(0, operators(report).get(0).parameters());
        assertEquals(4 * 27 + 4, operators(report).get(2).parameters());
        assertEquals(112, report.totals().parameters());
        assertEquals(Map.of("FLOAT16", 2L * 112), report.totals().weightBytes());
        assertEquals(0, report.execution().notDelegated());
    }

    @Test
    void halfWeightsWithWholeBiasAreNotTakenAndItIsSaidWhy() throws IOException {
        InspectionReport report = inspect(ForeignFiles.float16(false));
        assertEquals(2, report.execution().notDelegated());
        assertTrue(operators(report).get(0).reason().contains("is outside XNNPACK"));
        assertTrue(operators(report).get(1).reason().contains("its bias is not"));
    }

    @Test
    void mixedTypesAreNamedAsTheReason() throws IOException {
        InspectionReport report = inspect(ForeignFiles.dynamicRange());
        assertEquals(
                "XNNPACK has no kernel for float values with INT8 weights here",
                operators(report).get(0).reason());
        assertEquals(8 * 8 * 2 * 9, operators(report).get(0).macs());
    }

    @Test
    void customOperationsAreListedAndTheRuntimesRefusalIsANote() throws IOException {
        InspectionReport report = inspect(ForeignFiles.custom());
        assertEquals("Secret", operators(report).get(0).code());
        assertNull(operators(report).get(0).macs());
        assertNull(report.execution());
        assertTrue(notes(report, "custom operations Secret"), report.notes().toString());
        assertTrue(notes(report, "cannot run"), report.notes().toString());
    }

    @Test
    void operationsNewerThanTheSchemaAreListedByNumber() throws IOException {
        InspectionReport report = inspect(ForeignFiles.newer());
        assertEquals("BUILTIN_300", operators(report).get(0).code());
        assertTrue(notes(report, "cannot run"), report.notes().toString());
    }

    @Test
    void anOpenBatchIsSaidAndRunsAsOne() throws IOException {
        InspectionReport report = inspect(ForeignFiles.openBatch());
        assertTrue(report.graphs().get(0).inputs().get(0).open());
        assertTrue(notes(report, "size of an input is open"), report.notes().toString());
        assertEquals(3, report.execution().statistics().runs());
    }

    @Test
    void everyGraphIsListed() throws IOException {
        InspectionReport report = inspect(ForeignFiles.loop());
        assertEquals(
                List.of("main", "condition", "body"),
                report.graphs().stream().map(InspectionReport.Graph::name).toList());
        assertEquals(Map.of("WHILE", 1, "LESS", 1, "ADD", 1), report.totals().operators());
        assertTrue(InspectionText.of(report).contains("graph condition"));
        assertEquals(
                List.of("WHILE"),
                report.execution().kernels().stream()
                        .map(InspectionReport.Kernel::name)
                        .toList(),
                "what the loop runs is in the loop's time");
        assertTrue(notes(report, "loops and branches"), report.notes().toString());
    }

    @Test
    void aLoopThatIsItsOwnBodyIsRefusedBeforeTheRuntimeFollowsIt() throws IOException {
        Path file = file(ForeignFiles.loopInItself());
        UserException e = assertThrows(UserException.class, () -> Inspector.run(file, 1, Monitor.NONE));
        assertTrue(e.what().contains("graph 0 calls itself"), e.sentence());
    }

    @Test
    void withoutRunningOnlyTheFilesOwnWordIsKnown() throws IOException {
        InspectionReport report = Inspector.read(file(ForeignFiles.plain()));
        assertNull(report.execution());
        assertNull(operators(report).get(0).partition());
        assertTrue(notes(report, "was not loaded"), report.notes().toString());
        assertTrue(InspectionText.of(report).contains("not asked"));
    }
}
