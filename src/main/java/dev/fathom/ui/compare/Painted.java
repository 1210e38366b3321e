package dev.fathom.ui.compare;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.Raster;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A comparison in colours.
 *
 * @param shared metres that the depth colours span where panes are linked: the ground truth's, else a prediction's
 * @param ranges metres that each depth picture spans
 * @param greatestError metres at the end of the error colours
 */
record Painted(
        Comparison comparison,
        Colours colours,
        DepthRange shared,
        Map<Picture, DepthRange> ranges,
        double greatestError,
        Map<Picture, Found<Raster>> rasters) {
    /** Colours of the absolute error, another map than that of depth. */
    static final String ERROR_MAP = "magma";

    private static final double ERROR_SHARE = 0.25;
    private static final DepthRange NOTHING_KNOWN = new DepthRange(0, 10);

    /** Colours the wanted pictures. */
    static Painted of(Comparison comparison, Colours colours, Collection<Picture> wanted) {
        DepthRange shared = shared(comparison, colours.rule());
        double most = colours.greatestError() == null
                ? ERROR_SHARE * (shared.far() - shared.near())
                : colours.greatestError();
        Map<Picture, DepthRange> ranges = new EnumMap<>(Picture.class);
        for (Picture depth : Picture.depths()) {
            Found<DepthMap> found = comparison.depth(depth);
            ranges.put(
                    depth,
                    colours.linked() || !found.isThere()
                            ? shared
                            : colours.rule().of(found.value()));
        }
        Map<Picture, Found<Raster>> rasters = new EnumMap<>(Picture.class);
        Painted painted = new Painted(comparison, colours, shared, ranges, most, rasters);
        wanted.forEach(picture -> rasters.put(picture, painted.raster(picture)));
        return painted;
    }

    private static DepthRange shared(Comparison comparison, RangeRule rule) {
        return Stream.concat(Stream.of(comparison.truth()), comparison.predictions().values().stream())
                .map(Found::value)
                .filter(Objects::nonNull)
                .findFirst()
                .map(rule::of)
                .orElse(rule.kind() == RangeRule.Kind.FIXED ? rule.of(null) : NOTHING_KNOWN);
    }

    /** A picture in its colours, made now. */
    Found<Raster> raster(Picture picture) {
        return switch (picture.kind()) {
            case COLOUR -> comparison.rgb().map(Colouring::picture);
            case DEPTH ->
                comparison.depth(picture).map(depth -> Colouring.depth(depth, map(picture), ranges.get(picture)));
            case ABSOLUTE_ERROR ->
                comparison
                        .comparable(picture.side())
                        .map(p -> Colouring.absoluteError(p, comparison.truth().value(), map(picture), greatestError));
            case SIGNED_ERROR ->
                comparison
                        .comparable(picture.side())
                        .map(p -> Colouring.signedError(p, comparison.truth().value(), map(picture), greatestError));
            case MASK -> comparison.truth().map(Colouring::mask);
            case OVERLAY ->
                comparison.truth().flatMap(truth -> comparison.rgb().map(rgb -> Colouring.overlay(rgb, truth)));
        };
    }

    /** The colours of a picture of depth or error. */
    ColorMap map(Picture picture) {
        return ColorMap.named(
                switch (picture.kind()) {
                    case SIGNED_ERROR -> ColorMap.SIGNED;
                    case ABSOLUTE_ERROR -> ERROR_MAP;
                    default -> colours.map();
                });
    }

    /** Metres at the start and the end of a picture's colours; only for pictures of depth or error. */
    double[] span(Picture picture) {
        return switch (picture.kind()) {
            case SIGNED_ERROR -> new double[] {-greatestError, greatestError};
            case ABSOLUTE_ERROR -> new double[] {0, greatestError};
            default ->
                new double[] {ranges.get(picture).near(), ranges.get(picture).far()};
        };
    }
}
