package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.RgbImage;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.data.StoredDepth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small data sets in a folder. Pictures are 3x2 and black, depth maps 3x2 with the samples that are given. */
record DataSetFixture(Path root) {
    void picture(String... names) throws IOException {
        for (String name : names) {
            RgbFile.writePng(folder(name), new RgbImage(3, 2, new byte[18]));
        }
    }

    void depth(String name, int... samples) throws IOException {
        short[] raw = new short[6];
        for (int i = 0; i < samples.length; i++) {
            raw[i] = (short) samples[i];
        }
        DepthPng.write(folder(name), new DepthRaster(3, 2, raw, 1000));
    }

    void text(String name, String... lines) throws IOException {
        Files.write(folder(name), List.of(lines));
    }

    /** A file of the decoders' tests. */
    void resource(String name, String resource) throws IOException {
        try (InputStream in = DataSetFixture.class.getResourceAsStream("/dev/fathom/data/file/" + resource)) {
            Files.write(folder(name), in.readAllBytes());
        }
    }

    /** A NumPy file of 32-bit floats or, of type u1, bytes. */
    void npy(String name, String type, String shape, byte... numbers) throws IOException {
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length(), 0};
        byte[] all = new byte[magic.length + text.length() + numbers.length];
        System.arraycopy(magic, 0, all, 0, magic.length);
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, all, magic.length, text.length());
        System.arraycopy(numbers, 0, all, magic.length + text.length(), numbers.length);
        Files.write(folder(name), all);
    }

    private Path folder(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Opened by looking, which has to find this format. */
    DepthDataset open(String format) {
        DepthDataset found = DatasetFormats.open(root);
        assertEquals(format, found.format());
        return found;
    }

    DepthDataset openAs(String format) {
        return DatasetFormats.open(root, DataOptions.DEFAULT.withFormat(format));
    }

    static StoredDepth depth(DepthDataset data, String stem) {
        return sample(data, stem).depth().orElseThrow().read();
    }

    static Sample sample(DepthDataset data, String stem) {
        return data.split("all").stream()
                .filter(sample -> sample.stem().equals(stem))
                .findFirst()
                .orElseThrow();
    }

    static List<String> stems(List<Sample> samples) {
        return samples.stream().map(Sample::stem).toList();
    }

    /** Metres of all pixels, 0 where nothing was measured. */
    static float[] metres(StoredDepth depth) {
        float[] metres = new float[depth.width() * depth.height()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = depth.valid(i) ? depth.metres(i) : 0;
        }
        return metres;
    }

    /** File names of what was left out, with why. */
    static List<String> problems(DepthDataset data) {
        return data.problems().stream()
                .map(problem -> problem.file().getFileName() + ": " + problem.description())
                .toList();
    }
}
