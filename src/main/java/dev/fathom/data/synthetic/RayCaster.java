package dev.fathom.data.synthetic;

import dev.fathom.data.synthetic.CandidateGrid.Candidate;
import java.util.Comparator;
import java.util.List;

/** Turns a scene into light and depth: four rays a pixel for the light, one through its centre for the depth. */
final class RayCaster {
    private static final int CELL = 16;
    private static final double NEAR = 0.05;
    private static final double[][] OFFSETS = {{-0.25, -0.25}, {0.25, -0.25}, {-0.25, 0.25}, {0.25, 0.25}};

    private final Scene scene;
    private final Camera camera;
    private final CandidateGrid grid;
    private final Lighting lighting;

    RayCaster(Scene scene) {
        this.scene = scene;
        this.camera = scene.camera();
        this.grid = new CandidateGrid(0, 0, CELL, ceil(camera.width()), ceil(camera.height()));
        this.lighting = new Lighting(scene);
        scene.shapes().stream()
                .map(shape -> new Candidate(shape, nearestDepth(shape)))
                .sorted(Comparator.comparingDouble(Candidate::from))
                .forEach(this::project);
    }

    private static int ceil(int pixels) {
        return (pixels + CELL - 1) / CELL;
    }

    private double nearestDepth(Shape shape) {
        return shape.bounds().corners().stream()
                .mapToDouble(camera::depth)
                .min()
                .orElseThrow();
    }

    private void project(Candidate candidate) {
        List<Vec3> visible = camera.inFront(candidate.shape().bounds(), NEAR);
        if (visible.isEmpty()) {
            return;
        }
        Bounds screen = Bounds.around(visible.stream()
                .map(c -> new Vec3(camera.column(c), camera.row(c), 0))
                .toList());
        grid.add(
                candidate,
                screen.min().x() - 1,
                screen.min().y() - 1,
                screen.max().x() + 1,
                screen.max().y() + 1);
    }

    Frame cast() {
        int pixels = camera.width() * camera.height();
        double[] depth = new double[pixels];
        float[] light = new float[3 * pixels];
        for (int y = 0; y < camera.height(); y++) {
            for (int x = 0; x < camera.width(); x++) {
                int i = y * camera.width() + x;
                Candidate[] candidates = grid.at(x, y);
                Ray centre = camera.ray(x + 0.5, y + 0.5);
                depth[i] = nearest(centre, candidates).t();
                Rgb colour = pixel(x + 0.5, y + 0.5, candidates);
                light[3 * i] = (float) colour.r();
                light[3 * i + 1] = (float) colour.g();
                light[3 * i + 2] = (float) colour.b();
            }
        }
        return new Frame(camera.width(), camera.height(), depth, light);
    }

    /** Light through a pixel; rays that meet the same body share one look at what shadows it. */
    private Rgb pixel(double x, double y, Candidate[] candidates) {
        Rgb sum = Rgb.BLACK;
        Lighting.Reach reach = null;
        for (double[] offset : OFFSETS) {
            Ray ray = camera.ray(x + offset[0], y + offset[1]);
            Hit hit = nearest(ray, candidates);
            if (hit.shape() == null) {
                sum = sum.plus(scene.sky().colour(ray.direction().unit()));
                continue;
            }
            Vec3 point = ray.at(hit.t());
            Vec3 normal = hit.shape().normal(point);
            if (reach == null || reach.body() != hit.shape()) {
                reach = lighting.reach(point, normal, hit.shape());
            }
            sum = sum.plus(shade(ray, hit, point, normal, reach));
        }
        return sum.times(1.0 / OFFSETS.length);
    }

    private record Hit(Shape shape, double t) {}

    /** Candidates come in the order of their nearest depth, so the search ends at the first that begins behind. */
    private Hit nearest(Ray ray, Candidate[] candidates) {
        double best = scene.ground().distance(ray);
        Shape found = best < Double.POSITIVE_INFINITY ? scene.ground() : null;
        for (Candidate candidate : candidates) {
            if (candidate.from() > best) {
                break;
            }
            double t = candidate.shape().distance(ray);
            if (t < best) {
                best = t;
                found = candidate.shape();
            }
        }

        return new Hit(found, best);
    }

    private Rgb shade(Ray ray, Hit hit, Vec3 point, Vec3 normal, Lighting.Reach reach) {
        Pose pose = hit.shape().pose();
        Vec3 view = ray.direction().unit();
        double facing = Math.max(0.05, Math.abs(view.dot(normal)));
        double footprint = hit.t() / camera.focal() * 0.6 / Math.sqrt(facing);
        Surface.Finish finish = hit.shape().surface().at(pose.toLocal(point), pose.directionToLocal(normal), footprint);
        Rgb light = finish.albedo().times(lighting.on(normal, reach));
        if (finish.gloss() > 0) {
            light = light.plus(mirrored(view.reflectedAt(normal), reach).times(fresnel(finish.gloss(), facing)));
        }
        double distance = hit.t() * ray.direction().length();
        return scene.weather()
                .horizon()
                .mix(light, StrictMath.exp(-distance * scene.weather().haze()));
    }

    private static double fresnel(double gloss, double facing) {
        double off = 1 - facing;
        double square = off * off;
        return gloss * (0.35 + 0.65 * square * square * off);
    }

    /** What a shiny surface shows: the sky, or low down the houses on the other side. */
    private Rgb mirrored(Vec3 direction, Lighting.Reach reach) {
        Rgb street = scene.weather().ambient().times(0.22);
        double open = Noise.step(0.1, 0.45, direction.y());
        return street.mix(scene.sky().colour(direction), open).times(0.3 + 0.7 * reach.sky());
    }
}
