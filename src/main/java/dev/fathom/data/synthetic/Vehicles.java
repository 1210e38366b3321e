package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Cars and vans. Their own z points forward and their origin lies on the road between the wheels. */
final class Vehicles {
    private static final int[] PAINTS = {
        0xe6e6e4, 0xc4c7c9, 0x8a8d90, 0x4a4d50, 0x1d1f22, 0x9c1c1c, 0x1f3f77, 0x2f5d3a, 0x6d7f94, 0xb59a6a, 0xd0a01e
    };
    private static final Surface TYRE = Plain.smooth(Rgb.of(0x1b1b1c), 0);
    private static final Surface RIM = Plain.smooth(Rgb.of(0x9a9c9e), 0.1);

    private Vehicles() {}

    /** Mostly cars, sometimes a van. */
    static List<Shape> any(Pose pose, SeededRandom random) {
        return random.nextBoolean(0.82) ? car(pose, random) : van(pose, random);
    }

    private static List<Shape> car(Pose pose, SeededRandom random) {
        double half = random.nextDouble(1.9, 2.35);
        double wide = random.nextDouble(0.82, 0.9);
        double belt = random.nextDouble(0.86, 1.02);
        double cabin = random.nextDouble(0.48, 0.66);
        double bonnet = random.nextDouble(0.75, 1.2);
        double boot = random.nextDouble(0.05, 0.8);
        Rgb paint = Rgb.pick(random, PAINTS);
        double[][] body = {
            {-half + 0.1, 0.24},
            {half - 0.12, 0.24},
            {half, 0.42},
            {half - 0.06, belt - 0.24},
            {half - bonnet, belt - 0.03},
            {-half + 0.4, belt},
            {-half + 0.03, belt - 0.12},
            {-half, 0.42}
        };
        double front = half - bonnet;
        double rear = -half + boot;
        double middle = (front + rear) / 2;
        double foot = (front - rear) / 2;
        double[][] glass = {{-foot, 0}, {foot, 0}, {foot - 0.75, cabin}, {-foot + 0.3 + 0.3 * boot, cabin}};
        List<Shape> parts = new ArrayList<>();
        parts.add(Solid.prism(pose, body, wide, 0.02, new CarPaint(paint, half, Double.POSITIVE_INFINITY)));
        parts.add(Solid.prism(
                pose.shifted(0, belt - 0.03, middle), glass, wide - 0.04, 0.38, new CarGlass(paint, cabin, foot)));
        addWheels(parts, pose, wide, half * 0.62, random.nextDouble(0.29, 0.34));
        return parts;
    }

    private static List<Shape> van(Pose pose, SeededRandom random) {
        double half = random.nextDouble(2.3, 2.9);
        double tall = random.nextDouble(1.9, 2.5);
        double[][] body = {
            {-half, 0.3},
            {half - 0.05, 0.3},
            {half, 0.8},
            {half - 0.35, 1.1},
            {half - 1.05, tall},
            {-half + 0.05, tall + 0.03},
        };
        Rgb paint = Rgb.pick(random, 0xf0f0ee, 0xe8e8e6, 0xb8bcc0, 0x31507c, 0xc9a227);
        List<Shape> parts = new ArrayList<>();
        parts.add(Solid.prism(pose, body, 0.95, 0.04, new CarPaint(paint, half, 1.12)));
        addWheels(parts, pose, 0.95, half * 0.62, 0.34);
        return parts;
    }

    private static void addWheels(List<Shape> parts, Pose pose, double wide, double axle, double radius) {
        for (int i = 0; i < 4; i++) {
            double side = i % 2 == 0 ? 1 : -1;
            double z = i < 2 ? axle : -axle;
            Pose hub = pose.shifted(side * (wide - 0.05), radius, z);
            parts.add(Ellipsoid.closed(hub, 0.09, radius, radius, TYRE));
            parts.add(Ellipsoid.closed(hub.shifted(side * 0.03, 0, 0), 0.075, radius * 0.6, radius * 0.6, RIM));
        }
    }
}
