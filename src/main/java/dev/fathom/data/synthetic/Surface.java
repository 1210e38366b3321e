package dev.fathom.data.synthetic;

/** What the skin of a body looks like before light falls on it. */
sealed interface Surface permits Plain, Foliage, Facade, RoadSurface, Paving, CarGlass, CarPaint {

    /**
     * The finish at a place.
     *
     * @param local the place in the body's own coordinates
     * @param normal the normal in the body's own coordinates
     * @param footprint how wide a pixel is there, in metres; finer detail is left out
     */
    Finish at(Vec3 local, Vec3 normal, double footprint);

    /**
     * Colour and shine.
     *
     * @param gloss share of the surroundings mirrored when looked at straight on, 0 to 1
     */
    record Finish(Rgb albedo, double gloss) {
        static Finish matt(Rgb albedo) {
            return new Finish(albedo, 0);
        }
    }

    /** How much of a pattern with this period can still be seen: 1 close up, 0 where it is finer than a pixel. */
    static double visible(double period, double footprint) {
        return 1 - Noise.step(0.25, 0.8, footprint / period);
    }
}
