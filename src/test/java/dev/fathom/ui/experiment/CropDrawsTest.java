package dev.fathom.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.SampleData;
import dev.fathom.ui.image.Raster;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CropDrawsTest {
    private static final int GREY = 0xff808080;

    private static List<Raster> draw(String augmentation, int number) {
        RunConfig config = Json.parseYaml(
                "model: {architecture: litedepth, image_height: 120, image_width: 160}\ndata: {folder: '"
                        + SampleData.street() + "'}\naugmentation: " + augmentation,
                RunConfig.class,
                "test");
        return CropDraws.of(config, DataFacts.of(config.data()).train(), number, 2);
    }

    @Test
    void theSameDrawIsTheSameAndAnotherIsAnother() {
        String crops = "{crops: [[60, 80]]}";
        Raster first = draw(crops, 0).get(0);
        assertEquals(160, first.width());
        assertArrayEquals(first.argb(), draw(crops, 0).get(0).argb());
        assertFalse(Arrays.equals(first.argb(), draw(crops, 1).get(0).argb()));
    }

    @Test
    void whatIsOutsideTheCropIsGreyAndWithoutCropsNothingIs() {
        Raster cropped = draw("{crops: [[60, 80]]}", 0).get(1);
        long grey = Arrays.stream(cropped.argb()).filter(p -> p == GREY).count();
        assertTrue(grey >= 160 * 120 - 80 * 60, "only " + grey + " pixels are outside");
        Raster whole = draw("{crops: [], flip: 0}", 0).get(1);
        assertTrue(Arrays.stream(whole.argb()).filter(p -> p == GREY).count() < 160 * 120 / 10);
    }
}
