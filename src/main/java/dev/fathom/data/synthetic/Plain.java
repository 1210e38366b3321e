package dev.fathom.data.synthetic;

/**
 * One colour with some grain: metal, cloth, bark, concrete, grass seen as a patch.
 *
 * @param grain strength of the variation, 0 to 1
 * @param grainSize its width in metres
 */
record Plain(Rgb colour, double grain, double grainSize, double gloss, long seed) implements Surface {

    static Plain smooth(Rgb colour, double gloss) {
        return new Plain(colour, 0, 1, gloss, 0);
    }

    static Plain grained(Rgb colour, double grain, double grainSize, long seed) {
        return new Plain(colour, grain, grainSize, 0, seed);
    }

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        if (grain == 0) {
            return new Finish(colour, gloss);
        }
        double coarse = Noise.at(seed, p.x() / grainSize, p.y() / grainSize, p.z() / grainSize) - 0.5;
        double fine = Noise.at(seed + 1, p.x() * 5 / grainSize, p.y() * 5 / grainSize, p.z() * 5 / grainSize) - 0.5;
        double fineShare = Surface.visible(grainSize / 5, footprint);
        return new Finish(colour.times(1 + grain * (1.2 * coarse + fine * fineShare)), gloss);
    }
}
