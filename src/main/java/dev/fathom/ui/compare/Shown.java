package dev.fathom.ui.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link Request}.
 *
 * @param moments of run A at which there is a prediction of the image
 * @param moment the one that is shown, null if there is none
 */
record Shown(Request request, List<Moment> moments, Moment moment, Painted painted) {

    /** Looks which predictions there are, decodes and colours them. */
    static Shown of(Request request, DecodedFiles files) {
        ImageEntry image = request.image();
        List<Moment> moments = request.runs().side(Side.A).isThere()
                ? moments(request.runs().side(Side.A).value(), image)
                : List.of();
        Moment newest = moments.isEmpty() ? null : moments.get(moments.size() - 1);
        Moment moment = moments.contains(request.wanted()) ? request.wanted() : newest;
        Map<Side, Moment> each = new EnumMap<>(Side.class);
        request.runs()
                .sides()
                .forEach((side, run) ->
                        each.put(side, run.isThere() ? moment(side, run.value(), image, moment) : Moment.BEST));
        Choice choice = new Choice(image, request.runs().sides(), each);
        Painted painted = Painted.of(Comparison.load(choice, files), request.colours(), request.pictures());
        return new Shown(request, moments, moment, painted);
    }

    private static List<Moment> moments(RunPictures run, ImageEntry image) {
        List<Moment> moments = new ArrayList<>();
        if (run.samples(image)) {
            run.epochs().forEach(epoch -> moments.add(new Moment(epoch)));
        }
        if (run.has(image, Moment.BEST)) {
            moments.add(Moment.BEST);
        }
        return moments;
    }

    /** Why there are not several epochs to choose from, empty if there are. */
    String whyOneMoment() {
        Found<RunPictures> run = request.runs().side(Side.A);
        if (moments.size() > 1 || !run.isThere()) {
            return run.reason();
        }
        return run.value().whyOneMoment(request.image());
    }

    /** Run B keeps step with run A; the teacher shows its best. */
    private static Moment moment(Side side, RunPictures run, ImageEntry image, Moment ofA) {
        if (side == Side.A) {
            return ofA == null ? Moment.BEST : ofA;
        }
        return run.nearest(image, side == Side.TEACHER || ofA == null ? Moment.BEST : ofA);
    }

    /** What stands over a pane: the picture, and the epoch where it is not that of run A. */
    String title(Picture picture) {
        Side side = picture.side();
        if (side == null || side == Side.A) {
            return picture.title();
        }
        Moment its = painted.comparison().choice().moments().get(side);
        boolean known = request.runs().side(side).isThere() && !its.isBest();
        return known && !its.equals(moment) ? picture.title() + ", epoch " + its.epoch() : picture.title();
    }
}
