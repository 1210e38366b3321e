package dev.fathom.export.inspect;

import dev.fathom.core.ImageSize;
import dev.fathom.export.Exporter;
import dev.fathom.export.TestModels;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sound files that are then damaged: a real export, and small foreign ones in which every byte is structure. */
public final class FuzzedFiles {
    private FuzzedFiles() {}

    /** Name and content. */
    public static Map<String, byte[]> sound(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        Path export = folder.resolve("sound.tflite");
        Exporter.export(graph, TestModels.trainedLike(graph, 3), export);
        files.put("litedepth", Files.readAllBytes(export));
        files.put("plain", ForeignFiles.plain());
        files.put("int8", ForeignFiles.int8());
        files.put("float16", ForeignFiles.float16(true));
        files.put("loop", ForeignFiles.loop());
        return files;
    }
}
