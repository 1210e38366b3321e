package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.TensorShape;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.network.Decoders;
import dev.fathom.network.Encoder;
import dev.fathom.network.Encoders;
import dev.fathom.network.Feature;
import dev.fathom.run.Json;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code fathom models}: the networks by name, and the parts to compose others of. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the networks, and the encoders and decoders to compose others of.")
final class ModelsCommand extends SessionCommand {
    private static final TensorShape ENCODER_INPUT = TensorShape.chw(3, 128, 160);

    ModelsCommand(Session session) {
        super(session);
    }

    /** Everything there is; costs are for one image. */
    private record Listing(List<Model> models, List<EncoderRow> encoders, List<DecoderRow> decoders) {}

    /** A named network, for an image of 480x640. */
    private record Model(String name, long parameters, long macs, String innerSize, String description) {}

    /** An encoder, its cost for 128x160, and the strides and channels of its features. */
    private record EncoderRow(String name, long parameters, long macs, List<FeatureRow> features) {}

    private record FeatureRow(int stride, int channels) {}

    /** A decoder and the strides that it needs. */
    private record DecoderRow(String name, List<Integer> strides, String description) {}

    @Override
    public Integer call() {
        Listing listing = new Listing(
                Architectures.all().stream().map(ModelsCommand::model).toList(),
                Encoders.all().stream().map(ModelsCommand::encoder).toList(),
                Decoders.all().stream()
                        .map(d -> new DecoderRow(d.name(), d.strides(), d.description()))
                        .toList());
        if (session().json()) {
            session().out().println(Json.pretty(listing));
        } else {
            print(listing, session().out());
        }
        return 0;
    }

    private static Model model(Architecture architecture) {
        Cost cost = Cost.of(architecture.build(ImageSize.VGA));
        String inner = architecture.innerSize(ImageSize.VGA).toString();
        return new Model(architecture.name(), cost.parameters(), cost.macs(), inner, architecture.description());
    }

    private static EncoderRow encoder(Encoder encoder) {
        GraphBuilder b = new GraphBuilder(encoder.name());
        List<Feature> features = encoder.features(b, b.input("image", ENCODER_INPUT));
        b.output("coarsest", features.get(features.size() - 1).value());
        Graph graph = b.build();
        Cost cost = Cost.of(graph);
        List<FeatureRow> rows = features.stream()
                .map(f -> new FeatureRow(f.stride(), f.value().channels()))
                .toList();
        return new EncoderRow(encoder.name(), cost.parameters(), cost.macs(), rows);
    }

    private static void print(Listing listing, PrintStream out) {
        out.println("Networks (one image of 480x640)");
        for (Model m : listing.models) {
            out.printf(
                    Locale.ROOT,
                    "  %-32s %7.3f M parameters  %9.1f M MACs  inside %-8s %s%n",
                    m.name,
                    m.parameters / 1e6,
                    m.macs / 1e6,
                    m.innerSize,
                    m.description);
        }
        out.println("Encoders (128x160), with stride:channels of their features");
        for (EncoderRow e : listing.encoders) {
            String features =
                    e.features.stream().map(f -> f.stride + ":" + f.channels).collect(Collectors.joining("  "));
            out.printf(
                    Locale.ROOT,
                    "  %-32s %7.3f M parameters  %9.1f M MACs  %s%n",
                    e.name,
                    e.parameters / 1e6,
                    e.macs / 1e6,
                    features);
        }
        out.println("Decoders, with the strides that they need");
        for (DecoderRow d : listing.decoders) {
            out.printf(Locale.ROOT, "  %-32s %-18s %s%n", d.name, strides(d.strides), d.description);
        }
        out.println(
                "Compose others as ENCODER+DECODER@HxW, for example resnet18+nnconv5@128x160: the size to which an image");
        out.println("is shrunk inside the network (without it 128x160 for 480x640). Names take @HxW too.");
    }

    private static String strides(List<Integer> strides) {
        return strides.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
