package dev.fathom.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadTest {
    private static final HubId ID = HubId.parse("timm/resnet18.a1_in1k");
    private static final int SIZE = 1_000_000;
    private static final int BREAK = 400_000;

    @TempDir
    Path folder;

    private FakeHub hub;
    private WeightsCache cache;
    private final List<Long> arrived = new ArrayList<>();
    private final CountDownLatch reached = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        hub = new FakeHub();
        hub.content = bytes(1);
        cache = new WeightsCache(folder.resolve("cache"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Path fetch() throws IOException {
        return fetch(() -> false, Optional.empty());
    }

    private Path fetch(BooleanSupplier cancel, Optional<Checksum> wanted) throws IOException {
        DownloadProgress progress = new DownloadProgress() {
            @Override
            public void arrived(long done, long total) {
                assertEquals(SIZE, total);
                arrived.add(done);
                if (done >= BREAK) {
                    reached.countDown();
                }
            }

            @Override
            public void checking() {
                assertEquals(SIZE, arrived.get(arrived.size() - 1));
            }
        };
        return new Download(ID, hub.address(), cache, cancel, progress).run(wanted);
    }

    private String refused() {
        return assertThrows(UserException.class, this::fetch).sentence();
    }

    /** The hub breaks off when its first bytes are there: a connection cut earlier may lose some of them. */
    private String brokenOff() {
        hub.breakAfter = BREAK;
        hub.stalling = reached;
        String told = refused();
        hub.breakAfter = Integer.MAX_VALUE;
        return told;
    }

    private Path part() {
        return cache.path(ID).resolveSibling("model.safetensors.part");
    }

    private Checksum checksum(byte[] content) throws IOException {
        return Checksum.of(Files.write(folder.resolve("content"), content));
    }

    @Test
    void aFileComesWholeThroughARedirectAndIsNotAskedForTwice() throws IOException {
        hub.linkedEtag = checksum(hub.content).hex();
        Path file = fetch();
        assertEquals(folder.resolve("cache/timm/resnet18.a1_in1k/main/model.safetensors"), file);
        assertArrayEquals(hub.content, Files.readAllBytes(file));
        assertEquals(
                List.of("hub /timm/resnet18.a1_in1k/resolve/main/model.safetensors", "storage null"), hub.takeAsked());
        try (var left = Files.list(file.getParent())) {
            assertEquals(List.of(file), left.toList());
        }
        assertEquals(file, fetch());
        assertEquals(List.of(), hub.takeAsked());
        assertEquals(file, cache.find("timm/resnet18.a1_in1k"));
    }

    @Test
    void aDownloadThatBrokeOffGoesOnWhereItStopped() throws IOException {
        String told = brokenOff();
        assertTrue(told.contains("broke after " + BREAK + " of " + SIZE + " bytes"), told);
        assertFalse(Files.exists(cache.path(ID)));
        assertEquals(BREAK, Files.size(part()));
        hub.takeAsked();
        arrived.clear();
        assertArrayEquals(hub.content, Files.readAllBytes(fetch()));
        assertEquals("storage bytes=" + BREAK + "-", hub.takeAsked().get(1));
        assertTrue(arrived.get(0) > BREAK, "progress counts what was there");
    }

    @Test
    void aServerWithoutRangesSendsAllAgain() throws IOException {
        brokenOff();
        hub.ranges = false;
        assertArrayEquals(hub.content, Files.readAllBytes(fetch()));
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedFromItsBeginning() throws IOException {
        brokenOff();
        hub.content = bytes(2);
        hub.etag = "\"two\"";
        assertArrayEquals(bytes(2), Files.readAllBytes(fetch()));
    }

    @Test
    void aWeakTagDoesNotPromiseTheSameBytes() throws IOException {
        hub.etag = "W/\"one\"";
        brokenOff();
        hub.takeAsked();
        assertArrayEquals(hub.content, Files.readAllBytes(fetch()));
        assertEquals("storage null", hub.takeAsked().get(1));
    }

    @Test
    void aFileOfWhichAllIsThereIsOnlyChecked() throws IOException {
        brokenOff();
        Files.write(part(), hub.content);
        arrived.add((long) SIZE);
        assertArrayEquals(hub.content, Files.readAllBytes(fetch()));
    }

    @Test
    void aWrongChecksumOfTheHubOrTheUserLeavesNothing() throws IOException {
        hub.linkedEtag = checksum(bytes(2)).hex();
        String told = refused();
        assertTrue(told.contains("checksum") && told.contains(hub.linkedEtag), told);
        assertFalse(Files.exists(cache.path(ID)));
        assertFalse(Files.exists(part()));
        hub.linkedEtag = null;
        Optional<Checksum> wanted = Optional.of(checksum(bytes(3)));
        assertThrows(UserException.class, () -> fetch(() -> false, wanted));
        assertFalse(Files.exists(cache.path(ID)));
        fetch(() -> false, Optional.of(checksum(hub.content)));
        assertThrows(UserException.class, () -> fetch(() -> false, wanted), "also of a file that is there already");
    }

    @Test
    void aTagThatIsAChecksumIsOne() throws IOException {
        hub.etag = "\"" + checksum(bytes(2)).hex() + "\"";
        assertTrue(refused().contains("checksum"));
    }

    @Test
    void refusalsOfTheHubAreSentences() {
        hub.status = 404;
        assertTrue(refused().contains("no file model.safetensors in timm/resnet18.a1_in1k at main"), refused());
        hub.status = 401;
        assertTrue(refused().contains("registered users only"), refused());
        hub.status = 503;
        assertTrue(refused().contains("status 503"), refused());
    }

    @Test
    void withoutANetworkThatIsSaid() {
        URI nobody = hub.address();
        hub.close();
        String told = assertThrows(UserException.class, this::fetch).sentence();
        assertTrue(told.contains("The hub " + nobody + " cannot be reached"), told);
    }

    @Test
    void stoppingKeepsWhatHasArrived() throws IOException {
        assertThrows(CancellationException.class, () -> fetch(() -> !arrived.isEmpty(), Optional.empty()));
        assertTrue(Files.size(part()) > 0);
        assertArrayEquals(hub.content, Files.readAllBytes(fetch()));
    }

    @Test
    void stoppingDoesNotWaitForAServerThatIsSilent() throws IOException {
        hub.breakAfter = BREAK;
        hub.stalling = new CountDownLatch(1);
        try {
            BooleanSupplier cancel =
                    () -> Files.exists(part()) && part().toFile().length() == BREAK;
            assertThrows(CancellationException.class, () -> fetch(cancel, Optional.empty()));
        } finally {
            hub.stalling.countDown();
        }
    }

    @Test
    void twoDownloadsOfAFileDoNotMix() throws IOException {
        try (PartFile other = PartFile.open(cache.path(ID))) {
            assertEquals(0, other.size());
            assertTrue(refused().contains("another process"), refused());
        }
    }

    @Test
    void aDiskWithoutRoomIsTold() throws IOException {
        try (PartFile part = PartFile.open(cache.path(ID))) {
            String told = assertThrows(UserException.class, () -> part.requireRoom(Long.MAX_VALUE / 2))
                    .sentence();
            assertTrue(told.contains("too full") && told.contains("FATHOM_CACHE"), told);
        }
    }

    @Test
    void onlyHttpsOrThisMachineIsAsked() {
        for (String address : Arrays.asList("http://example.org", "ftp://example.org", "huggingface.co")) {
            String told = assertThrows(
                            UserException.class, () -> new Download(ID, URI.create(address), cache, () -> false, null))
                    .sentence();
            assertTrue(told.contains("HTTPS"), told);
        }
    }

    @Test
    void namesOfHubsAreReadAndOthersRefused() {
        assertEquals(new HubId("a", "b", "main", "model.safetensors"), HubId.parse("a/b"));
        assertEquals(new HubId("a", "b.c", "v1.0", "x/y.safetensors"), HubId.parse("a/b.c@v1.0:x/y.safetensors"));
        assertEquals(
                "a/b.c@v1.0:x/y.safetensors",
                HubId.parse("a/b.c@v1.0:x/y.safetensors").toString());
        for (String wrong : List.of("a", "a/b/c", "../b", "a/..", "a/b:../c.safetensors", "a/b:c.bin", "a/b@", "")) {
            assertThrows(UserException.class, () -> HubId.parse(wrong), wrong);
        }
    }

    @Test
    void weightsThatAreNotThereAreToldWithTheCommandThatGetsThem() throws IOException {
        String told = assertThrows(UserException.class, () -> cache.find("timm/resnet18.a1_in1k@x"))
                .sentence();
        assertTrue(told.contains("\"fathom weights fetch timm/resnet18.a1_in1k@x\""), told);
        assertEquals(Path.of("some/where.safetensors"), cache.find("some/where.safetensors"));
    }
}
