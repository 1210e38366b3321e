package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DepthDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArkitScenesTest {
    @TempDir
    Path dir;

    @Test
    void picturesAndDepthArePairedByTheTimesInTheirNames() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        String video = "Training/41048190/41048190_frames/";
        set.picture(
                video + "lowres_wide/41048190_3418.764.png",
                video + "lowres_wide/41048190_3418.864.png",
                video + "lowres_wide/41048190_3500.000.png");
        set.depth(video + "lowres_depth/41048190_3418.764.png", 1111);
        set.depth(video + "lowres_depth/41048190_3418.881.png", 2222);
        set.text(video + "lowres_wide_intrinsics/41048190_3418.764.pincam", "256 192 211.949 212.345 127.933 95.9333");
        set.picture("Validation/41069021/lowres_wide/41069021_17.5.png");
        set.depth("Validation/41069021/lowres_depth/41069021_17.5.png", 3333);

        DepthDataset data = set.open("arkitscenes");
        assertEquals(
                List.of(video + "41048190_3418.764", video + "41048190_3418.864"), DataSetFixture.stems(data.train()));
        assertEquals(List.of("Validation/41069021/41069021_17.5"), DataSetFixture.stems(data.val()));
        assertEquals(
                2.222f, DataSetFixture.depth(data, video + "41048190_3418.864").metres(0));
        assertEquals(Optional.of(new Intrinsics(256, 192, 211.949, 212.345, 127.933, 95.9333)), data.intrinsics());
        assertEquals(1, data.problems().size());
        assertEquals(
                "41048190_3500.000.png",
                data.problems().get(0).file().getFileName().toString());
    }

    @Test
    void theLaserScannersDepthOfTheUpsamplingPartIsReadFromEitherNameOfItsPictures() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        set.picture("upsampling/Training/41069021/color/41069021_305.244.png");
        set.depth("upsampling/Training/41069021/highres_depth/41069021_305.244.png", 2468, 0);
        set.depth("upsampling/Training/41069021/lowres_depth/41069021_305.244.png", 1);
        set.picture("upsampling/Validation/42444949/wide/42444949_17.5.png");
        set.depth("upsampling/Validation/42444949/highres_depth/42444949_17.5.png", 3333);
        set.text(
                "upsampling/Validation/42444949/wide_intrinsics/42444949_17.5.pincam",
                "1920 1440 1601.5 1601.5 957 713");
        DepthDataset data = set.open("arkitscenes");
        String stem = "upsampling/Training/41069021/41069021_305.244";
        assertEquals(List.of(stem), DataSetFixture.stems(data.train()));
        assertEquals(2.468f, DataSetFixture.depth(data, stem).metres(0));
        assertEquals(List.of("upsampling/Validation/42444949/42444949_17.5"), DataSetFixture.stems(data.val()));
        assertEquals(1601.5, data.intrinsics().orElseThrow().fx());
    }
}
