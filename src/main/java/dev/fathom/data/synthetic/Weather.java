package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;

/**
 * Light and air of a scene.
 *
 * @param toSun unit direction to the sun
 * @param sun its light on a surface it falls on straight
 * @param zenith colour of the sky overhead
 * @param horizon colour of the sky low down, and of the haze
 * @param clouds share of the sky under clouds, 0 to 1
 * @param haze share of light lost to haze for each metre
 */
record Weather(Vec3 toSun, Rgb sun, Rgb zenith, Rgb horizon, double clouds, double haze) {

    static Weather draw(SeededRandom random) {
        double azimuth = random.nextDouble(-StrictMath.PI, StrictMath.PI);
        double elevation = random.nextDouble(0.35, 1.1);
        double haze = random.nextDouble(0.0003, 0.003);
        double kind = random.nextDouble();
        if (kind < 0.45) {
            Rgb blue = new Rgb(0.10, 0.24, 0.60).times(random.nextDouble(0.8, 1.2));
            Rgb pale = new Rgb(0.50, 0.66, 0.88);
            Rgb sun = new Rgb(2.6, 2.4, 2.05).times(random.nextDouble(0.8, 1.1));
            return new Weather(Vec3.direction(elevation, azimuth), sun, blue, pale, random.nextDouble(0, 0.65), haze);
        }
        if (kind < 0.68) {
            Rgb sun = new Rgb(1.2, 1.15, 1.05).times(random.nextDouble(0.6, 1.2));
            Rgb sky = new Rgb(0.52, 0.60, 0.72);
            return new Weather(
                    Vec3.direction(elevation, azimuth), sun, sky, Rgb.gray(0.85), random.nextDouble(0.5, 0.9), haze);
        }
        if (kind < 0.87) {
            Rgb cloud = new Rgb(0.62, 0.66, 0.72).times(random.nextDouble(0.7, 1.2));
            return new Weather(
                    Vec3.direction(elevation, azimuth),
                    Rgb.gray(random.nextDouble(0, 0.25)),
                    cloud,
                    cloud.times(1.15),
                    1,
                    haze * random.nextDouble(1, 4));
        }
        Rgb sun = new Rgb(2.6, 1.75, 0.95);
        Rgb horizon = new Rgb(0.95, 0.72, 0.50);
        return new Weather(
                Vec3.direction(random.nextDouble(0.14, 0.35), azimuth),
                sun,
                new Rgb(0.16, 0.25, 0.45),
                horizon,
                random.nextDouble(0.1, 0.6),
                haze * 1.5);
    }

    /** Light from the whole sky on a surface facing up. */
    Rgb ambient() {
        return zenith.times(0.55).plus(horizon.times(0.35)).plus(Rgb.gray(0.12 * clouds));
    }
}
