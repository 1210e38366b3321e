package dev.fathom.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Functions written in TorchScript: every libtorch operation on the same tensors, with gradients, where DJL has no or a
 * wrong form of it.
 *
 * <p>The text is what a saved module holds, methods of a class {@code M}:
 *
 * <pre>{@code
 *   def twice(self: __torch__.M, x: Tensor) -> Tensor:
 *     return torch.add(x, x)
 * }</pre>
 */
public final class TorchScript implements AutoCloseable {
    private static final String METHOD = "module_method:";
    private static final String HEADER = "class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n";

    /** Pickle of an instance of {@code __torch__.M} without attributes. */
    private static final byte[] INSTANCE = latin("\u0080\u0002c__torch__\nM\n)\u0081}b.");

    /** Pickle of an empty tuple: the module has no constants. */
    private static final byte[] NO_CONSTANTS = latin("\u0080\u0002).");

    private static final byte[] FORMAT_VERSION = latin("3\n");

    private final NDManager manager;
    private final PtSymbolBlock module;
    private final Map<String, NDArray> markers = new HashMap<>();

    private TorchScript(NDManager manager, PtSymbolBlock module) {
        this.manager = manager;
        this.module = module;
    }

    /**
     * Loads the methods; they are released with the manager or by {@link #close}.
     *
     * @throws EngineException with libtorch's words, if the text does not parse
     */
    public static TorchScript load(NDManager parent, String methods) {
        NDManager manager = parent.newSubManager();
        try (ByteArrayInputStream in = new ByteArrayInputStream(archive(HEADER + methods))) {
            return new TorchScript(manager, JniUtils.loadModule((PtNDManager) manager, in, false, false));
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException(e);
        } catch (EngineException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * Calls a method that takes tensors; records gradients if this thread's grad mode is on. Arrays that carry the same
     * name ending in {@code []} are passed as one list, all others must carry none.
     *
     * @return the result, or the results in order, attached to the manager of the first input
     */
    public NDList call(String method, NDList inputs) {
        // Profiling would make the first calls run other kernels than the later ones: results would depend on history.
        JniUtils.setGraphExecutorOptimize(false);
        NDList all = new NDList(inputs);
        all.add(markers.computeIfAbsent(method, this::marker));
        return IValueUtils.forward(module, all, true);
    }

    /** Calls a method of tensors that returns one. */
    public NDArray call(String method, NDArray... inputs) {
        return call(method, new NDList(inputs)).singletonOrThrow();
    }

    /** Calls a method of any arguments without recording gradients, as in-place updates need it. */
    public IValue run(String method, IValue... inputs) {
        return IValueUtils.runMethod(module, method, inputs);
    }

    @Override
    public void close() {
        manager.close();
    }

    private NDArray marker(String method) {
        NDArray marker = manager.zeros(new Shape());
        marker.setName(METHOD + method);
        return marker;
    }

    private static byte[] archive(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "data.pkl", INSTANCE);
            entry(zip, "code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            entry(zip, "constants.pkl", NO_CONSTANTS);
            entry(zip, "version", FORMAT_VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry("script/" + name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
