package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.hub.Checksum;
import dev.fathom.hub.Download;
import dev.fathom.hub.DownloadProgress;
import dev.fathom.hub.HubId;
import dev.fathom.hub.WeightsCache;
import dev.fathom.jobs.WorkerMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom weights fetch HUB-ID}: downloads pretrained weights into the cache. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Downloads pretrained weights once; a download that broke off goes on where it stopped.",
        footer = {"", "They are kept in $FATHOM_CACHE, else in fathom/weights of the user's cache folder."})
final class WeightsFetchCommand extends SessionCommand {
    private static final String STANDARD_HUB = "https://huggingface.co";

    @Parameters(
            paramLabel = "HUB-ID",
            description = "OWNER/NAME[@REVISION][:FILE.safetensors], for example timm/resnet18.a1_in1k.")
    private String id;

    @Option(names = "--hub", paramLabel = "URL", description = "Default: $FATHOM_HUB or " + STANDARD_HUB + ".")
    private String hub = Optional.ofNullable(System.getenv("FATHOM_HUB")).orElse(STANDARD_HUB);

    @Option(names = "--sha256", paramLabel = "HEX", description = "Checksum that the file must have.")
    private String sha256;

    WeightsFetchCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        HubId wanted = HubId.parse(id);
        Optional<Checksum> checksum = Optional.ofNullable(sha256).map(Checksum::parse);
        Download download =
                new Download(wanted, address(), WeightsCache.standard(), session()::isCancelled, new Shown(wanted));
        Path file = download.run(checksum).toAbsolutePath();
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("id", wanted.toString()).put("file", file.toString());
        int tensors = tensors(file);
        value.put("tensors", tensors);
        session()
                .result(
                        value,
                        tensors + " tensors of " + wanted + " are in " + file + System.lineSeparator()
                                + "Train with --set model.pretrained=" + wanted);
        return 0;
    }

    /** What a hub sent instead of weights is not kept, or it would be found again the next time. */
    private static int tensors(Path file) throws IOException {
        try {
            return Weights.shapes(file).size();
        } catch (UserException e) {
            Files.delete(file);
            throw e;
        }
    }

    private URI address() {
        try {
            return new URI(hub);
        } catch (URISyntaxException e) {
            throw new UsageException("The hub's address \"" + hub + "\" is not an address", "Check --hub", e);
        }
    }

    /** Progress as the session shows it. */
    private final class Shown implements DownloadProgress {
        private static final double MEGA = 1e6;

        private final String stage;
        private final long start = System.nanoTime();
        private long atStart = -1;

        Shown(HubId id) {
            this.stage = "Downloading " + id.name();
        }

        @Override
        public void arrived(long done, long total) {
            atStart = atStart < 0 ? done : atStart;
            long inThisTry = done - atStart;
            double left = inThisTry == 0 || total < done
                    ? -1
                    : (System.nanoTime() - start) / 1e9 / inThisTry * (total - done);
            String message = String.format(Locale.ROOT, "%.1f MB", done / MEGA);
            session().progress(new WorkerMessage.Progress(stage, done, Math.max(0, total), message, left));
        }

        @Override
        public void checking() {
            session().progress(new WorkerMessage.Progress("Computing the checksum", 0, 0, "", -1));
        }
    }
}
