package dev.fathom.device.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.LocalMachine;
import dev.fathom.device.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteCacheTest {
    private static final int SIZE = 3_000_000;

    @TempDir
    private Path home;

    private final byte[] bytes = new byte[SIZE];
    private final List<Long> written = new ArrayList<>();
    private Payload payload;
    private Machine machine;

    @BeforeEach
    void prepare() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        new Random(1).nextBytes(bytes);
        payload = Payload.of("it's größer $(x).bin", bytes);
        machine = new LocalMachine(Map.of("HOME", home.toString()));
    }

    private final Monitor monitor = new Monitor() {
        @Override
        public void progress(String stage, long done, long total) {
            written.add(done);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    private Path folder() {
        return home.resolve(".cache/fathom").resolve(payload.sha256());
    }

    private String put() throws IOException {
        return RemoteCache.open(machine, monitor).put(payload);
    }

    @Test
    void aFileIsUploadedOnceUnderItsContentsHash() throws IOException {
        assertEquals(folder().resolve(payload.name()).toString(), put());
        assertArrayEquals(bytes, Files.readAllBytes(folder().resolve(payload.name())));
        assertFalse(Files.exists(folder().resolve("upload.part")));
        written.clear();
        put();
        assertEquals(List.of(), written);
    }

    @Test
    void anUploadThatBrokeOffGoesOnWhereItStopped() throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("upload.part"), Arrays.copyOf(bytes, SIZE / 2));
        put();
        assertEquals((long) SIZE / 2, written.get(0));
        assertArrayEquals(bytes, Files.readAllBytes(folder().resolve(payload.name())));
    }

    @Test
    void aBeginningThatIsDamagedIsUploadedOnceMoreFromTheStart() throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("upload.part"), new byte[SIZE / 2]);
        put();
        assertTrue(written.contains(0L));
        assertArrayEquals(bytes, Files.readAllBytes(folder().resolve(payload.name())));
    }

    @Test
    void aFileThatWasDamagedAfterwardsIsReplaced() throws IOException {
        put();
        Files.write(folder().resolve(payload.name()), new byte[] {1, 2, 3});
        put();
        assertArrayEquals(bytes, Files.readAllBytes(folder().resolve(payload.name())));
    }

    @Test
    void aCancelRequestLeavesABeginningToGoOnFrom() throws IOException {
        Monitor soon = new Monitor() {
            private boolean enough;

            @Override
            public void progress(String stage, long done, long total) {
                enough |= done > SIZE / 3;
            }

            @Override
            public boolean isCancelled() {
                return enough;
            }
        };
        RemoteCache cache = RemoteCache.open(machine, soon);
        assertThrows(CancellationException.class, () -> cache.put(payload));
        assertTrue(Files.size(folder().resolve("upload.part")) > SIZE / 3);
        assertFalse(Files.exists(folder().resolve(payload.name())));
        put();
        assertTrue(written.get(0) > SIZE / 3);
    }

    @Test
    void aFullDiskIsToldBeforeAnythingIsWritten() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(home.resolve("disk"), "5m")) {
            machine = new LocalMachine(Map.of("HOME", disk.path().toString()));
            UserException full = assertThrows(UserException.class, this::put);
            assertTrue(full.what().startsWith("The disk of this machine is full: " + payload.name()), full.what());
            assertTrue(written.isEmpty());
        }
    }

    @Test
    void aDiskThatFillsDuringTheUploadIsToldAndFreedAgain() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(home.resolve("disk"), "9m")) {
            machine = new LocalMachine(Map.of("HOME", disk.path().toString()));
            Monitor filling = new Monitor() {
                @Override
                public void progress(String stage, long done, long total) {
                    disk.fill();
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };
            RemoteCache cache = RemoteCache.open(machine, filling);
            UserException full = assertThrows(UserException.class, () -> cache.put(payload));
            assertTrue(full.what().contains("is full"), full.what());
            Path folder = disk.path().resolve(".cache/fathom").resolve(payload.sha256());
            assertFalse(Files.exists(folder.resolve("upload.part")));
            assertFalse(Files.exists(folder.resolve(payload.name())));
        }
    }

    @Test
    void aHomeThatIsNoFolderIsToldInASentence() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        machine = new LocalMachine(Map.of("HOME", file.toString()));
        UserException refused = assertThrows(UserException.class, this::put);
        assertTrue(refused.what().startsWith("Cannot make the folder ~/.cache/fathom"), refused.what());
    }

    @Test
    void theLibraryAndTheRunnerAreWhatTheySay() throws IOException {
        Payload arm = TfliteLibrary.of("aarch64").orElseThrow();
        assertEquals("libjnitensorflowlite.so", arm.name());
        assertTrue(arm.size() > 5_000_000);
        assertTrue(TfliteLibrary.of("armv7l").isEmpty());
        assertEquals(Runner.payload().sha256(), Runner.payload().sha256());
    }

    private static void age(Path file, int days) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    @Test
    void whatWasNotUsedForLongIsRemovedAndNothingElse() throws IOException {
        RemoteCache cache = RemoteCache.open(machine, monitor);
        cache.put(payload);
        Payload old = Payload.of("old.bin", new byte[500_000]);
        Payload lately = Payload.of("lately.bin", new byte[10]);
        Path oldFolder = Path.of(cache.put(old)).getParent();
        Path latelyFolder = Path.of(cache.put(lately)).getParent();
        Path fathom = oldFolder.getParent();
        Path venv = Files.createDirectories(fathom.resolve("venv"));
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(fathom.resolve("0".repeat(64)), elsewhere);
        age(folder(), 40);
        age(oldFolder, 40);
        age(latelyFolder, 20);
        age(venv, 400);
        age(elsewhere, 400);

        Removed removed = cache.prune(List.of(payload));
        assertEquals(1, removed.contents());
        assertTrue(removed.bytes() >= 500_000 && removed.bytes() < 1_000_000, removed.toString());
        assertFalse(Files.exists(oldFolder));
        for (Path stays : List.of(folder(), latelyFolder, venv, elsewhere, link)) {
            assertTrue(Files.exists(stays), stays.toString());
        }
        // Putting it again is a use.
        cache.put(payload);
        assertEquals(new Removed(0, 0), cache.prune(List.of()));

        assertEquals(2, cache.clean().contents());
        assertFalse(Files.exists(folder()));
        assertTrue(Files.exists(venv) && Files.exists(elsewhere));
    }
}
