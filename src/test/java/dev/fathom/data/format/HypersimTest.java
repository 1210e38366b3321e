package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Intrinsics;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HypersimTest {
    private static final String COLUMNS = "scene_name,settings_camera_fov,M_cam_from_uv_00,M_cam_from_uv_01,"
            + "M_cam_from_uv_02,M_cam_from_uv_10,M_cam_from_uv_11,M_cam_from_uv_12,M_cam_from_uv_20,M_cam_from_uv_21,"
            + "M_cam_from_uv_22";

    @TempDir
    Path dir;

    private DataSetFixture set;

    @BeforeEach
    void oneFrameOfTwoScenes() throws IOException {
        set = new DataSetFixture(dir);
        for (String scene : List.of("ai_001_001", "ai_002_003")) {
            set.picture(scene + "/images/scene_cam_00_final_preview/frame.0000.tonemap.jpg");
            set.picture(scene + "/images/scene_cam_00_final_preview/frame.0000.color.jpg");
            // [[0.5, nan, 1.5], [2, 2.5, 3]] metres along the rays, in 16-bit floats
            set.resource(
                    scene + "/images/scene_cam_00_geometry_hdf5/frame.0000.depth_meters.hdf5", "float16-gzip.hdf5");
        }
    }

    /** The numbers were computed in NumPy as in the data set's read-me, at 3x2 with the same view of 60 degrees. */
    @Test
    void metresAlongTheRayBecomeDepth() {
        DepthDataset data = set.open("hypersim");
        assertArrayEquals(
                new float[] {0.45738492f, 0, 1.37215477f, 1.8295397f, 2.44338889f, 2.74430954f},
                DataSetFixture.metres(DataSetFixture.depth(data, "ai_001_001/cam_00/frame.0000")),
                1e-6f);
        assertEquals(2, data.split("all").size());
        Intrinsics camera = data.intrinsics().orElseThrow();
        assertEquals(2.598076, camera.fx(), 1e-6);
        assertEquals(1, camera.cx());
    }

    /** The numbers are those of the read-me's own formula with a focal length of 886.81, in NumPy. */
    @Test
    void theUsualCameraHasAFocalLengthOf886Pixels() {
        assertEquals(886.81, RayMatrix.USUAL.focalX(1024), 0.001);
        assertEquals(886.81, RayMatrix.USUAL.focalY(768), 0.001);
        assertEquals(0.8111885898512393, RayMatrix.USUAL.depthPerRay(0, 0, 1024, 768), 1e-12);
        assertEquals(0.8111885898512393, RayMatrix.USUAL.depthPerRay(1023, 767, 1024, 768), 1e-12);
        assertEquals(0.9999996821087128, RayMatrix.USUAL.depthPerRay(511, 383, 1024, 768), 1e-12);
        assertEquals(0.8630017716027355, RayMatrix.USUAL.depthPerRay(100, 700, 1024, 768), 1e-12);
        assertTrue(RayMatrix.USUAL.isPinhole());
    }

    @Test
    void aTiltedLensHasItsOwnRays() {
        RayMatrix tilted = new RayMatrix(List.of(0.5, 0.01, 0.02, 0.03, 0.4, -0.05, 0.0, 0.1, -0.9));
        assertEquals(0.9304942768656069, tilted.depthPerRay(0, 0, 3, 2), 1e-12);
        assertEquals(0.9155223819550727, tilted.depthPerRay(2, 1, 3, 2), 1e-12);
        assertFalse(tilted.isPinhole());
    }

    @Test
    void theTableOfCamerasIsUsed() throws IOException {
        set.text(
                "metadata_camera_parameters.csv",
                COLUMNS,
                "ai_001_001,\"1,5\",0.5,0.01,0.02,0.03,0.4,-0.05,0.0,0.1,-0.9",
                "ai_002_003,,,,,,,,,,");
        DepthDataset data = set.open("hypersim");
        float[] tilted = DataSetFixture.metres(DataSetFixture.depth(data, "ai_001_001/cam_00/frame.0000"));
        assertEquals(0.5 * 0.9304942768656069, tilted[0], 1e-6);
        assertEquals(3 * 0.9155223819550727, tilted[5], 1e-6);
        float[] usual = DataSetFixture.metres(DataSetFixture.depth(data, "ai_002_003/cam_00/frame.0000"));
        assertEquals(0.45738492, usual[0], 1e-6);
    }

    @Test
    void theTableOfPartsDividesAndLeavesOut() throws IOException {
        set.text(
                "analysis/metadata_images_split_scene_v1.csv",
                "scene_name,camera_name,frame_id,included_in_public_release,exclude_reason,split_partition_name",
                "ai_001_001,cam_00,0,True,,val",
                "ai_002_003,cam_00,0,False,\"broken, all\",");
        DepthDataset data = set.open("hypersim");
        assertEquals(List.of("ai_001_001/cam_00/frame.0000"), DataSetFixture.stems(data.val()));
        assertEquals(List.of(), data.train());
    }

    @Test
    void aTableThatMakesNoSenseIsToldByName() throws IOException {
        set.text("metadata_camera_parameters.csv", COLUMNS, "ai_001_001,1,a,0,0,0,1,0,0,0,-1");
        UserException refusal = assertThrows(UserException.class, () -> DatasetFormats.open(dir));
        assertTrue(refusal.what().contains("metadata_camera_parameters.csv has a word"), refusal.what());
        set.text("metadata_camera_parameters.csv", "scene_name");
        refusal = assertThrows(UserException.class, () -> DatasetFormats.open(dir));
        assertTrue(refusal.what().contains("has not all of the columns"), refusal.what());
    }
}
