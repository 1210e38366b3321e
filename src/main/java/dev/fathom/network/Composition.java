package dev.fathom.network;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An encoder and a decoder behind a first resize, bilinear with aligned corners and inside the network as in LiteDepth,
 * so that what is trained is what is deployed.
 */
record Composition(String name, String description, Encoder encoder, Decoder decoder, InnerSize inner)
        implements Architecture {

    @Override
    public String encoderPrefix() {
        String scope = decoder.encoderScope(encoder);
        return scope.isEmpty() ? "" : scope + ".";
    }

    @Override
    public ImageSize innerSize(ImageSize image) {
        List<Integer> offered =
                Feature.of(encoder).stream().map(Feature::stride).toList();
        List<Integer> missing =
                decoder.strides().stream().filter(s -> !offered.contains(s)).toList();
        if (!missing.isEmpty()) {
            throw new UserException(
                    name + " does not fit together: " + decoder.name() + " needs features of stride " + joined(missing)
                            + ", and " + encoder.name() + " has only those of " + joined(offered),
                    "Choose another decoder or encoder; \"fathom models\" lists what each needs and has");
        }
        int coarsest = offered.get(offered.size() - 1);
        return inner.of(image, name, decoder.takesAnySize() ? 1 : coarsest);
    }

    @Override
    public Graph build(ImageSize image) {
        ImageSize size = innerSize(image);
        GraphBuilder b = new GraphBuilder(name);
        Tensor x = b.input("image", TensorShape.chw(3, image.height(), image.width()));
        x = resized(b, "resize", x, Resize.Mode.BILINEAR_ALIGN_CORNERS, size);
        x = b.normalize("normalize", x, encoder.mean(), encoder.std());
        String scope = decoder.encoderScope(encoder);
        List<Feature> features = encoder.features(scope.isEmpty() ? b : b.in(scope), x);
        features.forEach(f -> b.tap("encoder/" + f.stride(), f.value()));
        Tensor depth = decoder.depth(b, features);
        b.output("depth", resized(b, "upsample", depth, decoder.upsampling(), image));
        b.output("depth_native", depth);
        return b.build();
    }

    private static Tensor resized(GraphBuilder b, String node, Tensor x, Resize.Mode mode, ImageSize size) {
        boolean same = x.height() == size.height() && x.width() == size.width();
        return same ? x : b.resize(node, x, mode, size.height(), size.width());
    }

    private static String joined(List<Integer> strides) {
        return strides.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
