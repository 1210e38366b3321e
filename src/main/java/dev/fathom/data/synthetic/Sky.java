package dev.fathom.data.synthetic;

/**
 * What is seen where no body is: sky with clouds over a far line of hills, roofs or trees.
 *
 * @param skyline height of the far line as a slope (height over distance)
 * @param skylineColour its colour before haze
 */
record Sky(Weather weather, double skyline, Rgb skylineColour, long seed) {

    /** The light that comes from a unit direction. */
    Rgb colour(Vec3 d) {
        Rgb clear = weather.horizon().mix(weather.zenith(), Math.sqrt(Math.max(0, d.y())));
        double towardsSun = Math.max(0, d.dot(weather.toSun()));
        double square = towardsSun * towardsSun;
        double glow = square * square * square * square;
        Rgb sky = cloudy(clear.plus(weather.sun().times(0.10 * glow + 0.3 * glow * glow * glow)), d);
        return d.y() < 0.2 && d.y() < farLine(d) ? weather.horizon().mix(skylineColour, 0.55) : sky;
    }

    private Rgb cloudy(Rgb clear, Vec3 d) {
        if (d.y() < 0.01 || weather.clouds() == 0) {
            return clear;
        }
        double x = d.x() / (d.y() + 0.12);
        double z = d.z() / (d.y() + 0.12);
        double field = Noise.cloudy(seed, x * 1.1, z * 1.1, 5);
        double cover = Noise.step(0.72 - 0.5 * weather.clouds(), 0.9 - 0.45 * weather.clouds(), field);
        double light = 0.75 + 0.5 * Noise.cloudy(seed + 9, x * 1.1 + 0.15, z * 1.1, 4);
        Rgb white = weather.horizon().mix(Rgb.gray(0.9), 0.5).times(light);
        return clear.mix(white, cover * Math.min(1, d.y() * 8));
    }

    private double farLine(Vec3 d) {
        double turn = StrictMath.atan2(d.x(), d.z());
        double rolling = Noise.cloudy(seed + 30, turn * 5, 0.5, 3);
        double roofs = Noise.hash(seed + 31, Noise.floor(turn * 22), 0);
        return skyline * (0.5 * rolling + 0.6 * roofs * Noise.at(seed + 32, turn * 60, 0.5));
    }
}
