package dev.fathom.export;

import dev.fathom.engine.Weights;
import dev.fathom.graph.Activation;
import dev.fathom.graph.Add;
import dev.fathom.graph.BatchNorm;
import dev.fathom.graph.Concat;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.GlobalAveragePool;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Input;
import dev.fathom.graph.MaxPool;
import dev.fathom.graph.Mul;
import dev.fathom.graph.Node;
import dev.fathom.graph.Normalize;
import dev.fathom.graph.Op;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.TensorShape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A network computed by the plain definition of each operation, in double, channels first: what others must equal. */
final class ReferenceNetwork {
    private final Graph graph;
    private final Weights weights;
    private final Map<String, double[]> values = new HashMap<>();

    private ReferenceNetwork(Graph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /** The main output for one input [1, H, W, C], as [1, h, w, c]. */
    static double[] run(Graph graph, Weights weights, float[] image) {
        ReferenceNetwork network = new ReferenceNetwork(graph, weights);
        for (Node node : graph.nodes()) {
            network.values.put(node.name(), network.compute(node, image));
        }
        String main = graph.outputs().values().iterator().next();
        return channelsLast(network.values.get(main), graph.shape(main));
    }

    private double[] compute(Node node, float[] image) {
        Op op = node.op();
        TensorShape out = graph.shape(node.name());
        if (op instanceof Input) {
            return channelsFirst(image, out);
        }
        double[] x = values.get(node.inputs().get(0));
        TensorShape in = graph.shape(node.inputs().get(0));
        if (op instanceof Conv2d conv) {
            return convolve(node, conv, x, in, out);
        } else if (op instanceof BatchNorm norm) {
            return batchNorm(node, norm, x, in);
        } else if (op instanceof Activation activation) {
            return map(x, v -> activation(activation.function(), v));
        } else if (op instanceof Add) {
            double[] y = values.get(node.inputs().get(1));
            return indexed(x.length, i -> x[i] + y[i]);
        } else if (op instanceof Mul) {
            double[] factor = values.get(node.inputs().get(1));
            return indexed(x.length, i -> x[i] * factor[(int) ((long) i * factor.length / x.length)]);
        } else if (op instanceof GlobalAveragePool) {
            int plane = in.height() * in.width();
            return indexed(
                    in.channels(),
                    c -> Arrays.stream(x, c * plane, (c + 1) * plane).average().orElseThrow());
        } else if (op instanceof Concat) {
            return concat(node, out);
        } else if (op instanceof MaxPool pool) {
            return maxPool(pool, x, in, out);
        } else if (op instanceof Normalize norm) {
            int plane = in.height() * in.width();
            return indexed(
                    x.length,
                    i -> (x[i] - norm.mean().get(i / plane)) / norm.std().get(i / plane));
        }
        return resize((Resize) op, x, in, out);
    }

    private static double activation(Activation.Kind function, double x) {
        double hardSigmoid = Math.min(Math.max(x + 3, 0), 6) / 6;
        double sigmoid = 1 / (1 + Math.exp(-x));
        return switch (function) {
            case RELU -> Math.max(x, 0);
            case RELU6 -> Math.min(Math.max(x, 0), 6);
            case SIGMOID -> sigmoid;
            case HARD_SIGMOID -> hardSigmoid;
            case HARD_SWISH -> x * hardSigmoid;
            case SWISH -> x * sigmoid;
            case GELU -> x * (1 + erf(x / Math.sqrt(2))) / 2;
        };
    }

    /** By its Taylor series, which loses no digit that matters for |x| up to 4; beyond, erf is 1 to 8 digits. */
    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 120; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return Math.abs(x) > 4 ? Math.signum(x) : 2 / Math.sqrt(Math.PI) * sum;
    }

    private double[] convolve(Node node, Conv2d conv, double[] x, TensorShape in, TensorShape out) {
        float[] w = weights.tensor(node.name() + ".weight").values();
        float[] bias = conv.bias() ? weights.tensor(node.name() + ".bias").values() : new float[conv.out()];
        Padding.Explicit pad = conv.padding().resolve(in.height(), in.width(), conv.kernel(), conv.stride());
        int inPerGroup = conv.in() / conv.groups();
        int outPerGroup = conv.out() / conv.groups();
        int k = conv.kernel();
        double[] y = new double[(int) out.elements()];
        for (int o = 0; o < conv.out(); o++) {
            for (int i = 0; i < out.height(); i++) {
                for (int j = 0; j < out.width(); j++) {
                    double sum = bias[o];
                    for (int c = 0; c < inPerGroup; c++) {
                        int plane = o / outPerGroup * inPerGroup + c;
                        for (int u = 0; u < k; u++) {
                            int row = i * conv.stride() - pad.top() + u;
                            for (int v = 0; v < k && row >= 0 && row < in.height(); v++) {
                                int column = j * conv.stride() - pad.left() + v;
                                if (column >= 0 && column < in.width()) {
                                    sum += w[((o * inPerGroup + c) * k + u) * k + v]
                                            * x[(plane * in.height() + row) * in.width() + column];
                                }
                            }
                        }
                    }
                    y[(o * out.height() + i) * out.width() + j] = sum;
                }
            }
        }
        return y;
    }

    private double[] batchNorm(Node node, BatchNorm norm, double[] x, TensorShape in) {
        float[] gamma = weights.tensor(node.name() + ".weight").values();
        float[] beta = weights.tensor(node.name() + ".bias").values();
        float[] mean = weights.tensor(node.name() + ".running_mean").values();
        float[] variance = weights.tensor(node.name() + ".running_var").values();
        int plane = in.height() * in.width();
        return indexed(x.length, i -> {
            int c = i / plane;
            return (x[i] - mean[c]) / Math.sqrt(variance[c] + norm.eps()) * gamma[c] + beta[c];
        });
    }

    private double[] concat(Node node, TensorShape out) {
        double[] y = new double[(int) out.elements()];
        int at = 0;
        for (String input : node.inputs()) {
            double[] part = values.get(input);
            System.arraycopy(part, 0, y, at, part.length);
            at += part.length;
        }
        return y;
    }

    private static double[] maxPool(MaxPool pool, double[] x, TensorShape in, TensorShape out) {
        Padding.Explicit pad = pool.padding().resolve(in.height(), in.width(), pool.kernel(), pool.stride());
        return indexed((int) out.elements(), at -> {
            int j = at % out.width();
            int i = at / out.width() % out.height();
            int c = at / out.width() / out.height();
            double most = Double.NEGATIVE_INFINITY;
            for (int u = 0; u < pool.kernel(); u++) {
                for (int v = 0; v < pool.kernel(); v++) {
                    int row = i * pool.stride() - pad.top() + u;
                    int column = j * pool.stride() - pad.left() + v;
                    if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                        most = Math.max(most, x[(c * in.height() + row) * in.width() + column]);
                    }
                }
            }
            return most;
        });
    }

    private static double[] resize(Resize resize, double[] x, TensorShape in, TensorShape out) {
        return indexed((int) out.elements(), at -> {
            int j = at % out.width();
            int i = at / out.width() % out.height();
            int plane = at / out.width() / out.height() * in.height() * in.width();
            if (resize.mode() == Resize.Mode.NEAREST) {
                return x[plane + i * in.height() / out.height() * in.width() + j * in.width() / out.width()];
            }
            double row = source(resize.mode(), i, in.height(), out.height());
            double column = source(resize.mode(), j, in.width(), out.width());
            int top = (int) row;
            int left = (int) column;
            int bottom = Math.min(top + 1, in.height() - 1);
            int right = Math.min(left + 1, in.width() - 1);
            double fy = row - top;
            double fx = column - left;
            return (1 - fy) * ((1 - fx) * x[plane + top * in.width() + left] + fx * x[plane + top * in.width() + right])
                    + fy
                            * ((1 - fx) * x[plane + bottom * in.width() + left]
                                    + fx * x[plane + bottom * in.width() + right]);
        });
    }

    private static double source(Resize.Mode mode, int index, int in, int out) {
        if (mode == Resize.Mode.BILINEAR_ALIGN_CORNERS) {
            return out == 1 ? 0 : index * (in - 1) / (double) (out - 1);
        }
        return Math.max(0, (index + 0.5) * in / out - 0.5);
    }

    private static double[] channelsFirst(float[] x, TensorShape shape) {
        int plane = shape.height() * shape.width();
        return indexed(x.length, i -> x[i % plane * shape.channels() + i / plane]);
    }

    private static double[] channelsLast(double[] x, TensorShape shape) {
        int plane = shape.height() * shape.width();
        return indexed(x.length, i -> x[i % shape.channels() * plane + i / shape.channels()]);
    }

    private static double[] map(double[] x, java.util.function.DoubleUnaryOperator function) {
        return indexed(x.length, i -> function.applyAsDouble(x[i]));
    }

    private static double[] indexed(int length, java.util.function.IntToDoubleFunction value) {
        double[] y = new double[length];
        for (int i = 0; i < length; i++) {
            y[i] = value.applyAsDouble(i);
        }
        return y;
    }
}
