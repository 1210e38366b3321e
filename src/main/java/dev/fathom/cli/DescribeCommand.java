package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.run.Json;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom describe MODEL}: parameters, MACs, taps and state-dict names of a network. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Shows a network: cost, taps, state-dict names.")
final class DescribeCommand extends SessionCommand {
    @Parameters(
            paramLabel = "MODEL",
            description = "A name that \"fathom models\" lists, or ENCODER+DECODER, either with @HxW.")
    private String model;

    @Option(names = "--image", paramLabel = "HxW", description = "Image size, default ${DEFAULT-VALUE}.")
    private String image = "480x640";

    DescribeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Architecture architecture = Architectures.named(model);
        ImageSize size = ImageSizes.parse(image);
        Graph graph = architecture.build(size);
        NetworkSummary summary = NetworkSummary.of(architecture, graph);
        if (session().json()) {
            session().out().println(Json.pretty(summary));
        } else {
            print(summary, session().out());
        }
        return 0;
    }

    private static void print(NetworkSummary s, PrintStream out) {
        out.println(s.name() + ": " + s.description());
        out.printf(Locale.ROOT, "  input       %s, inside %s%n", s.input(), s.innerSize());
        s.outputs().forEach((name, shape) -> out.printf(Locale.ROOT, "  output      %-14s %s%n", name, shape));
        out.printf(
                Locale.ROOT,
                "  parameters  %,d (encoder %,d, decoder %,d) and %,d statistics%n",
                s.parameters(),
                s.encoder().parameters(),
                s.decoder().parameters(),
                s.buffers());
        out.printf(
                Locale.ROOT,
                "  MACs        %,d (encoder %,d, decoder %,d)%n",
                s.macs(),
                s.encoder().macs(),
                s.decoder().macs());
        out.printf(
                Locale.ROOT,
                "  activations %.1f MB for training, %.1f MB at the peak of inference, one image%n",
                s.activationBytes() / 1e6,
                s.peakActivationBytes() / 1e6);
        s.taps().forEach(tap -> out.printf(Locale.ROOT, "  tap         %-14s %s%n", tap.name(), tap.shape()));
        out.println("  state dict  " + s.stateDict().size() + " tensors, see --json");
    }
}
