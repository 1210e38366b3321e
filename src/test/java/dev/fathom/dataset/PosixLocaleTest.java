package dev.fathom.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ChildJava;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.run.RunFolder;
import dev.fathom.run.SmallConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With the locale POSIX, as in many containers, Java refuses names outside ASCII. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere names of files do not depend on the locale")
class PosixLocaleTest {
    @TempDir
    Path dir;

    /** Runs where the locale is POSIX. */
    public static void main(String... args) {
        Path dir = Path.of(args[0]);
        for (String set : List.of("fathom", "plain")) {
            DepthDataset data = DatasetFormats.open(dir.resolve(set));
            System.out.println(set + " "
                    + data.split("all").stream().map(Sample::stem).sorted().toList() + " without "
                    + data.problems().size());
            data.fingerprint();
        }
        try {
            RunFolder.create(dir.resolve("runs"), SmallConfig.of("Größe", "street", null), null, Clock.systemUTC());
        } catch (UserException e) {
            System.out.println(e.remedy());
        }
    }

    @Test
    void aFileWhoseNameIsRefusedIsLeftOutAndARunOfSuchANameIsOneSentence() throws Exception {
        for (String name : List.of("a", "b", "größe")) {
            write("fathom/train/rgb/" + name, "fathom/train/depth/" + name);
            write("plain/images/" + name, "plain/gt/" + name);
        }
        ProcessBuilder builder = ChildJava.of(List.of("-XX:TieredStopAtLevel=1"), PosixLocaleTest.class, dir.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(
                """
                fathom [a, b] without 1
                plain [a, b] without 2
                Use a name of plain letters and digits, or start Fathom with the environment variable LC_ALL=C.UTF-8
                """,
                told);
    }

    private void write(String picture, String depth) throws IOException {
        RgbFile.writePng(dir.resolve(picture + ".png"), new RgbImage(2, 1, new byte[6]));
        DepthPng.write(dir.resolve(depth + ".png"), DepthMap.ofPositive(2, 1, new float[] {1, 2}), 1000);
    }
}
