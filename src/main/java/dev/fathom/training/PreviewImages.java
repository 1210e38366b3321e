package dev.fathom.training;

import dev.fathom.core.ImageSize;
import dev.fathom.data.BadSampleException;
import dev.fathom.data.DecodedSample;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleReader;
import dev.fathom.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the preview pictures and their ground truth into the run folder, so that it can be shown without the data set. */
final class PreviewImages {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewImages.class);

    private PreviewImages() {}

    static void write(List<Sample> previews, ImageSize size, Samples samples) throws IOException {
        SampleReader reader = new SampleReader(size);
        for (Sample sample : previews) {
            String id = id(sample);
            if (Files.exists(samples.rgb(id))) {
                continue;
            }
            try {
                DecodedSample decoded = reader.read(sample);
                if (decoded.depth().isPresent()) {
                    DepthPng.write(samples.depth(id), decoded.depth().get().toDepthMap(), DepthPng.MILLIMETRES);
                }
                RgbFile.writePng(samples.rgb(id), decoded.image());
            } catch (BadSampleException e) {
                // The loader reports the file to the user when it meets it.
                LOG.warn("No preview of {}", sample.stem(), e);
            }
        }
    }

    /** Under which a sample's pictures lie in one flat folder. */
    static String id(Sample sample) {
        return sample.stem().replace("/", "__");
    }
}
