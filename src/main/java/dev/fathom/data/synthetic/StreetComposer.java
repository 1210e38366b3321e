package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Makes a street scene from a stream of random numbers: plan, weather, camera, then everything that stands around. */
final class StreetComposer {
    static final double FOCAL = 520;

    private static final double CLEAR = 0.9;

    private final SeededRandom random;
    private final StreetPlan plan;
    private final Camera camera;
    private final List<Shape> shapes = new ArrayList<>();

    private StreetComposer(SeededRandom random, int width, int height) {
        this.random = random;
        this.plan = StreetPlan.draw(random);
        this.camera = drawCamera(width, height);
    }

    static Scene compose(SeededRandom random, int width, int height) {
        StreetComposer composer = new StreetComposer(random, width, height);
        Weather weather = Weather.draw(random);
        Sky sky = new Sky(
                weather,
                random.nextDouble(0.02, 0.14),
                Rgb.pick(random, 0x4a5a3a, 0x6a6f78, 0x58604c),
                random.nextLong());
        Ground ground = composer.ground();
        composer.addAll();
        return new Scene(composer.camera, weather, sky, ground, List.copyOf(composer.shapes));
    }

    /** On the road or a pavement, mostly looking along the street. */
    private Camera drawCamera(int width, int height) {
        double lanes = plan.half() - (plan.parking() ? 2.6 : 0.6);
        boolean walking = random.nextBoolean(0.65) || lanes < 0.3;
        double side = random.nextBoolean(0.5) ? 1 : -1;
        double x = walking
                ? side * (plan.half() + random.nextDouble(0.4, Math.max(0.5, plan.pavement() - 0.7)))
                : random.nextDouble(-lanes, lanes);
        double floor = walking && !plan.nearCrossing(0, 0) ? StreetPlan.KERB : 0;
        double along = random.nextDouble(-0.35, 0.35);
        double kind = random.nextDouble();
        double sideways = kind < 0.6 ? 0 : kind < 0.88 ? random.nextDouble(0.3, 0.8) : random.nextDouble(0.8, 1.5);
        double yaw = along - (walking ? side : random.nextBoolean(0.5) ? 1 : -1) * sideways;
        return Camera.looking(
                new Vec3(x, floor + random.nextDouble(1.2, 1.8), 0),
                yaw,
                random.nextDouble(-0.17, 0.05),
                random.nextDouble(-0.035, 0.035),
                FOCAL * width / 640.0,
                width,
                height);
    }

    private Ground ground() {
        Rgb asphalt = Rgb.pick(random, 0x5a5a5c, 0x6b6966, 0x4a4b4d, 0x77736c);
        RoadMarks marks = new RoadMarks(
                plan.half(),
                plan.crossings(),
                random.nextBoolean(0.75) ? random.nextDouble(1.5, 3) : 0,
                random.nextBoolean(0.6),
                plan.parking() && random.nextBoolean(0.4) ? 2.0 : 0);
        return new Ground(new RoadSurface(asphalt, marks, random.nextLong()));
    }

    private void addAll() {
        Pavement pavement = Pavement.draw(random);
        for (StreetPlan.Stretch stretch : plan.stretches()) {
            shapes.add(pavement.slab(plan, stretch, random.nextLong()));
            Frontage.add(shapes, plan, stretch, random);
            addKerbside(stretch);
        }
        addTraffic();
        addPeople();
        if (random.nextBoolean(0.08)) {
            addTwig();
        }
    }

    /** What stands between the road and the walkers: parked cars, trees, lamp posts, small things. */
    private void addKerbside(StreetPlan.Stretch stretch) {
        boolean trees = random.nextBoolean(0.55);
        double treeEvery = random.nextDouble(6, 14);
        double lampEvery = random.nextDouble(15, 28);
        double kerb = stretch.sign() * plan.half();
        double inwards = stretch.sign() * Math.min(0.75, plan.pavement() * 0.3);
        double turn = stretch.sign() > 0 ? StrictMath.PI : 0;
        if (plan.parking()) {
            addParked(stretch, kerb - stretch.sign() * 1.05);
        }
        for (double z = stretch.from() + 4; z < stretch.to() - 4; z += lampEvery) {
            place(
                    Furniture.lampPost(Pose.at(kerb + inwards, StreetPlan.KERB, z, turn), random),
                    kerb + inwards,
                    z,
                    0.3);
        }
        for (double z = stretch.from() + 5;
                trees && z < stretch.to() - 4;
                z += treeEvery * random.nextDouble(0.8, 1.3)) {
            place(Plants.tree(Pose.at(kerb + inwards, StreetPlan.KERB, z, 0), random), kerb + inwards, z, 2);
        }
        for (double z = stretch.from() + 2; z < stretch.to() - 2; z += random.nextDouble(3, 14)) {
            double x = kerb + stretch.sign() * random.nextDouble(0.4, Math.max(0.5, plan.pavement() - 0.5));
            place(Furniture.small(Pose.at(x, StreetPlan.KERB, z, turn), random), x, z, 0.5);
        }
        for (double z : new double[] {stretch.from() + 1.5, stretch.to() - 1.5}) {
            double facing = random.nextBoolean(0.5) ? 0 : StrictMath.PI / 2;
            place(Furniture.sign(Pose.at(kerb + inwards, StreetPlan.KERB, z, facing), random), kerb + inwards, z, 0.3);
        }
    }

    private void addParked(StreetPlan.Stretch stretch, double x) {
        double filled = random.nextDouble(0.3, 0.9);
        for (double z = stretch.from() + 5; z < stretch.to() - 5; z += random.nextDouble(5.2, 6.4)) {
            boolean here = random.nextBoolean(filled);
            double turn = (random.nextBoolean(0.8) == stretch.sign() > 0 ? 0 : StrictMath.PI)
                    + random.nextDouble(-0.04, 0.04);
            List<Shape> car = Vehicles.any(Pose.at(x, 0, z, turn), random);
            if (here) {
                place(car, x, z, 2.4);
            }
        }
    }

    private void addTraffic() {
        for (int lane = -1; lane <= 1; lane += 2) {
            double room = plan.half() - (plan.parking() ? 2.1 : 0);
            if (room < 1.6) {
                continue;
            }
            double x = lane * room * 0.5;
            for (double z = random.nextDouble(-20, 20); z < 90; z += random.nextDouble(12, 45)) {
                double turn = lane > 0 ? 0 : StrictMath.PI;
                place(Vehicles.any(Pose.at(x, 0, z, turn + random.nextDouble(-0.05, 0.05)), random), x, z, 6);
            }
        }
    }

    private void addPeople() {
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            double z = 1.5 + 45 * random.nextDouble() * random.nextDouble();
            boolean crossing = plan.nearCrossing(z, 4) && random.nextBoolean(0.6);
            double side = random.nextBoolean(0.5) ? 1 : -1;
            double x = crossing
                    ? random.nextDouble(-plan.half(), plan.half())
                    : side * (plan.half() + random.nextDouble(0.4, plan.pavement() - 0.3));
            double floor = crossing || plan.nearCrossing(z, 0) ? 0 : StreetPlan.KERB;
            double turn = random.nextDouble(-0.5, 0.5) + (random.nextBoolean(0.5) ? StrictMath.PI : 0);
            place(People.person(Pose.at(x, floor, z, turn), random), x, z, 0.4);
        }
    }

    /** A twig that hangs into the picture close to the lens, mostly nearer than the camera can measure. */
    private void addTwig() {
        double side = (random.nextBoolean(0.5) ? 1 : -1) * random.nextDouble(0.3, 0.55);
        double above = random.nextDouble(0.05, 0.4);
        Ray ray = camera.ray(
                camera.width() / 2.0 + side * camera.focal(), camera.height() / 2.0 - above * camera.focal());
        Vec3 at = ray.at(random.nextDouble(0.28, 0.6));
        shapes.addAll(Plants.twig(Pose.at(at.x(), at.y(), at.z(), 0), random));
    }

    /** Adds a thing unless it would stand in or right before the camera. */
    private void place(List<Shape> thing, double x, double z, double radius) {
        double dx = x - camera.position().x();
        double dz = z - camera.position().z();
        if (Math.sqrt(dx * dx + dz * dz) > radius + CLEAR) {
            shapes.addAll(thing);
        }
    }
}
