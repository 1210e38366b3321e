package dev.fathom.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.training.GradientCollector;
import dev.fathom.core.UserException;
import dev.fathom.engine.Ops;
import dev.fathom.engine.TorchScript;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.run.OptimizerConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019) exactly as PyTorch has them, in libtorch's own fused
 * kernels: weight decay added to the gradient or taken from the weights, epsilon added after the bias correction. Gradients are first scaled down to a global norm, and zero after the step.
 */
final class Adam implements AutoCloseable {
    private static final String FIRST_MOMENT = "exp_avg/";
    private static final String SECOND_MOMENT = "exp_avg_sq/";
    private static final String STEP = "step";

    private static final String SCRIPT =
            """
              def norm(self: __torch__.M, grads: List[Tensor]) -> Tensor:
                return torch.norm(torch.stack(torch._foreach_norm(grads)), 2)
              def scale(self: __torch__.M, grads: List[Tensor], factor: float) -> NoneType:
                _0 = torch._foreach_mul_(grads, factor)
                return None
              def zero(self: __torch__.M, grads: List[Tensor]) -> NoneType:
                _0 = torch._foreach_zero_(grads)
                return None
              def step(self: __torch__.M, params: List[Tensor], grads: List[Tensor], first: List[Tensor], second: List[Tensor], steps: List[Tensor], lr: float, beta1: float, beta2: float, decay: float, eps: float) -> NoneType:
                none = annotate(List[Tensor], [])
                _0 = torch._fused_%1$s_(params, grads, first, second, none, steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps, amsgrad=False, maximize=False)
                _1 = torch._foreach_zero_(grads)
                return None
            """;

    private final OptimizerConfig config;
    private final NDManager manager;
    private final TorchScript script;
    private final List<String> names;
    private final PtNDArray[] parameters;
    private final PtNDArray[] gradients;
    private final PtNDArray[] first;
    private final PtNDArray[] second;
    private final List<NDArray> namedFirst;
    private final List<NDArray> namedSecond;
    private final List<DecayedGroup> groups;
    private long steps;

    /**
     * Moments of zero for each parameter.
     *
     * @param parameters arrays that require gradients, by name; they are updated in place
     */
    Adam(NDManager parent, Map<String, NDArray> parameters, OptimizerConfig config) {
        this.config = config;
        this.manager = parent.newSubManager();
        this.script = TorchScript.load(manager, SCRIPT.formatted(config.name().text()));
        this.names = List.copyOf(parameters.keySet());
        this.parameters = inMemoryOrder(parameters.values());
        this.groups = DecayedGroup.of(
                names, parameters.values().stream().map(NDArray::getShape).toList(), config);
        this.gradients = zeroGradients(parameters.values());
        this.first = zeros();
        this.second = zeros();
        this.namedFirst = Stream.of(first).map(Ops::inLogicalOrder).toList();
        this.namedSecond = Stream.of(second).map(Ops::inLogicalOrder).toList();
    }

    /** Each gradient exists from here on, for parameters too that no loss reaches; backward passes add to it. */
    private PtNDArray[] zeroGradients(Collection<NDArray> leaves) {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray sum = scope.zeros(new Shape(), parameters[0].getDataType());
            for (NDArray parameter : leaves) {
                parameter.tempAttach(scope);
                sum = sum.add(parameter.sum());
            }
            collector.backward(sum);
        }
        PtNDArray[] all =
                inMemoryOrder(leaves.stream().map(NDArray::getGradient).toList());
        run("zero", IValue.listFrom(all));
        return all;
    }

    private static PtNDArray[] inMemoryOrder(Collection<NDArray> arrays) {
        return arrays.stream()
                .map(Ops::inMemoryOrder)
                .map(PtNDArray.class::cast)
                .toArray(PtNDArray[]::new);
    }

    private PtNDArray[] zeros() {
        PtNDArray[] all = new PtNDArray[parameters.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (PtNDArray) manager.zeros(parameters[i].getShape(), parameters[i].getDataType());
        }
        return all;
    }

    /** L2 norm over all gradients; not finite if one of them is not. */
    double gradientNorm() {
        try (IValue grads = IValue.listFrom(gradients);
                IValue norm = script.run("norm", grads);
                NDArray array = norm.toTensor((PtNDManager) manager);
                NDArray wide = array.toType(DataType.FLOAT64, true)) {
            return wide.toDoubleArray()[0];
        }
    }

    /**
     * Clips, updates the parameters, and zeroes the gradients.
     *
     * @param norm of the gradients, from {@link #gradientNorm}
     */
    void step(double learningRate, double norm) {
        double factor = config.clipNorm() / (norm + 1e-6);
        if (factor < 1) {
            run("scale", IValue.listFrom(gradients), IValue.from(factor));
        }
        steps++;
        try (NDArray count = manager.full(new Shape(), steps, DataType.FLOAT32)) {
            groups.forEach(group -> step(group, (PtNDArray) count, learningRate));
        }
    }

    private void step(DecayedGroup group, PtNDArray count, double learningRate) {
        PtNDArray[] counts = new PtNDArray[group.members().length];
        Arrays.fill(counts, count);
        run(
                "step",
                of(group, parameters),
                of(group, gradients),
                of(group, first),
                of(group, second),
                IValue.listFrom(counts),
                IValue.from(learningRate),
                IValue.from(config.beta1()),
                IValue.from(config.beta2()),
                IValue.from(group.decay()),
                IValue.from(config.epsilon()));
    }

    private static IValue of(DecayedGroup group, PtNDArray[] all) {
        return IValue.listFrom(
                Arrays.stream(group.members()).mapToObj(i -> all[i]).toArray(PtNDArray[]::new));
    }

    private void run(String method, IValue... arguments) {
        try (IValue nothing = script.run(method, arguments)) {
            for (IValue argument : arguments) {
                argument.close();
            }
        }
    }

    /** A copy of moments and step count, from which {@link #restore} goes on. */
    Weights state() {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        tensors.put(STEP, new WeightTensor(List.of(), new float[] {steps}));
        for (int i = 0; i < names.size(); i++) {
            tensors.put(FIRST_MOMENT + names.get(i), tensor(namedFirst.get(i)));
            tensors.put(SECOND_MOMENT + names.get(i), tensor(namedSecond.get(i)));
        }
        return new Weights("optimiser state", tensors, Map.of());
    }

    private static WeightTensor tensor(NDArray array) {
        List<Integer> dims = new ArrayList<>();
        for (long dim : array.getShape().getShape()) {
            dims.add(Math.toIntExact(dim));
        }
        return new WeightTensor(dims, array.toFloatArray());
    }

    /** @throws UserException if the state is of another network */
    void restore(Weights state) {
        if (state.tensors().size() != 1 + 2 * names.size()
                || names.stream().anyMatch(name -> !state.tensors().containsKey(FIRST_MOMENT + name))) {
            throw new UserException(
                    "The optimiser state in " + state.source() + " is of another network",
                    "Restore the run folder from a copy, or start a new run");
        }
        steps = (long) state.tensor(STEP).values()[0];
        for (int i = 0; i < names.size(); i++) {
            assign(namedFirst.get(i), state.tensor(FIRST_MOMENT + names.get(i)));
            assign(namedSecond.get(i), state.tensor(SECOND_MOMENT + names.get(i)));
        }
    }

    private void assign(NDArray target, WeightTensor source) {
        try (NDArray values = manager.create(source.values(), target.getShape())) {
            Ops.assign(target, values);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
