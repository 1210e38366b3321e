package dev.fathom.device.bench;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.engine.Weights;
import dev.fathom.export.ExpectedOutput;
import dev.fathom.export.ExportJob;
import dev.fathom.export.ExportNames;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A whole network in every format, made by the project's own exporter; what it gives on the desktop. */
final class PiExports {
    static final DesktopOutputs DESKTOP = (models, monitor) -> {
        List<DesktopOutputs.Output> outputs = new ArrayList<>();
        for (Path model : models) {
            ExpectedOutput output = ExpectedOutput.of(TfliteModel.read(model));
            Agreement floats = output.exact() ? Agreement.CLOSE : Agreement.ROUGH;
            outputs.add(new DesktopOutputs.Output(output.content(), output.integer() ? Agreement.BITS : floats));
        }
        return outputs;
    };

    private PiExports() {}

    static List<Path> of(String network, Path folder) throws IOException {
        Graph graph = Architectures.named(network).build(ImageSize.VGA);
        ExportNames names = new ExportNames(folder, network, ExportOptions.DEFAULT);
        ExportJob.Pictures pictures = new ExportJob.Pictures(List.of(), pictures(folder));
        List<ExportFormat> formats = List.of(ExportFormat.values());
        new ExportJob(names, graph, Weights.initial(graph, 3), pictures).run(formats, Monitor.NONE);
        return formats.stream().map(names::file).toList();
    }

    /** Patches of colours, to find scales with. */
    private static List<Sample> pictures(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 3; i++) {
            byte[] patches = new byte[3 * 40 * 30];
            random.nextBytes(patches);
            byte[] rgb = new byte[3 * 640 * 480];
            for (int k = 0; k < rgb.length; k++) {
                int x = k / 3 % 640;
                int y = k / 3 / 640;
                rgb[k] = patches[3 * (y / 16 * 40 + x / 16) + k % 3];
            }
            Path file = folder.resolve("picture" + i + ".png");
            RgbFile.writePng(file, new RgbImage(640, 480, rgb));
            samples.add(Sample.ofFiles("picture" + i, file, Optional.empty(), 1000));
        }
        return samples;
    }
}
