package dev.fathom.engine;

import dev.fathom.graph.Graph;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.ParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fills parameters before training, the same on every platform. */
final class InitialWeights {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private InitialWeights() {}

    static Weights of(Graph graph, long seed, Predicate<String> wanted) {
        Map<String, ParameterSpec> specs = new LinkedHashMap<>(graph.parameters());
        specs.keySet().removeIf(wanted.negate());
        // Each has a random stream of its own, so the order in which they are filled does not matter.
        Map<String, WeightTensor> filled = specs.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, e -> filled(e.getKey(), e.getValue(), seed)));
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        specs.keySet().forEach(name -> tensors.put(name, filled.get(name)));
        return new Weights("initial weights of " + graph.name(), tensors, Map.of());
    }

    private static WeightTensor filled(String name, ParameterSpec spec, long seed) {
        return new WeightTensor(spec.dims(), values(spec, new SplittableRandom(seed * FNV_PRIME ^ hash(name))));
    }

    private static float[] values(ParameterSpec spec, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(spec.elements())];
        Initializer initializer = spec.initializer();
        if (initializer instanceof Initializer.Constant constant) {
            Arrays.fill(values, constant.value());
        } else if (initializer instanceof Initializer.Uniform uniform) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (uniform.bound() * (2 * random.nextDouble() - 1));
            }
        } else if (initializer instanceof Initializer.Normal normal) {
            fillNormal(values, normal.std(), random);
        } else {
            throw new IllegalArgumentException("no way to fill a parameter by " + initializer);
        }
        return values;
    }

    /** Marsaglia's polar method; the JDK's own normal numbers may differ between its versions. */
    private static void fillNormal(float[] values, double std, SplittableRandom random) {
        for (int i = 0; i < values.length; i += 2) {
            double u;
            double v;
            double s;
            do {
                u = 2 * random.nextDouble() - 1;
                v = 2 * random.nextDouble() - 1;
                s = u * u + v * v;
            } while (s >= 1 || s == 0);
            double scale = std * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            values[i] = (float) (scale * u);
            if (i + 1 < values.length) {
                values[i + 1] = (float) (scale * v);
            }
        }
    }

    /** FNV-1a over the characters: stable, unlike what a hash code promises. */
    private static long hash(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
