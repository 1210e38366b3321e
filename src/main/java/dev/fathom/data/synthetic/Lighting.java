package dev.fathom.data.synthetic;

import java.util.List;
import java.util.stream.Stream;

/** Sun with hard shadows, and the sky from four directions, which darkens corners and the ground under cars. */
final class Lighting {
    private static final double SKY_TILT = 0.75;

    private final Weather weather;
    private final DirectionalLight sun;
    private final List<DirectionalLight> sky;

    Lighting(Scene scene) {
        this.weather = scene.weather();
        Vec3 around = scene.camera().position();
        this.sun = new DirectionalLight(weather.toSun(), around, scene.shapes());
        this.sky = Stream.of(
                        new Vec3(0, 1, 0),
                        Vec3.direction(SKY_TILT, 0.4),
                        Vec3.direction(SKY_TILT, 0.4 + 2 * StrictMath.PI / 3),
                        Vec3.direction(SKY_TILT, 0.4 + 4 * StrictMath.PI / 3))
                .map(direction -> new DirectionalLight(direction, around, scene.shapes()))
                .toList();
    }

    /**
     * What reaches a place: shares of sun and sky that are not hidden.
     *
     * @param body whose surface it is
     */
    record Reach(Shape body, double sun, double sky) {}

    Reach reach(Vec3 point, Vec3 normal, Shape body) {
        double seen = 0;
        double all = 1e-6;
        for (DirectionalLight light : sky) {
            double weight = light.cosine(normal) + 0.05;
            all += weight;
            seen += light.reaches(point, body) ? weight : 0;
        }
        boolean sunny = sun.cosine(normal) > 0 && sun.reaches(point, body);
        return new Reach(body, sunny ? 1 : 0, seen / all);
    }

    /** Light on a surface. */
    Rgb on(Vec3 normal, Reach reach) {
        double up = 0.5 + 0.5 * normal.y();
        Rgb fromSky = weather.ambient().times((0.25 + 0.75 * up) * (0.25 + 0.75 * reach.sky()));
        Rgb fromGround =
                weather.sun().times(0.05).plus(weather.ambient().times(0.12)).times(1 - up);
        return weather.sun()
                .times(reach.sun() * sun.cosine(normal))
                .plus(fromSky)
                .plus(fromGround);
    }
}
