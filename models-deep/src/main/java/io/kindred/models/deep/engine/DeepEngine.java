package io.kindred.models.deep.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import io.kindred.core.KindredException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The process's one PyTorch, loaded on first use: offline, without DJL's usage reports, from the jars on the class path (or
 * from the folder in the environment's {@code PYTORCH_LIBRARY_PATH}). Thread-safe.
 */
public final class DeepEngine {
    private static final String ENGINE = "PyTorch";
    /** DJL allows one gradient collector per process and leaves its flag wrong when a second is opened. */
    private static final ReentrantLock COLLECTING = new ReentrantLock();

    private DeepEngine() {}

    /**
     * A manager that owns every array of a training run; the caller closes it. The number of threads holds for the engine's
     * work on the calling thread.
     *
     * @param threads at least 1; ignored by a GPU
     * @throws KindredException if PyTorch cannot be loaded or the device is not there
     */
    public static NDManager newManager(DeviceName device, int threads) {
        Engine engine = engine();
        if (!device.isGpu()) {
            JniUtils.setNumThreads(threads);
            return engine.newBaseManager(Device.cpu());
        }
        if (!engine.hasCapability(StandardCapabilities.CUDA)) {
            throw new KindredException(
                    "device '" + device + "' cannot be used: this PyTorch is built for the CPU alone;"
                            + " use device cpu, or set PYTORCH_LIBRARY_PATH to a PyTorch " + engine.getVersion()
                            + " with CUDA");
        }
        int count = engine.getGpuCount();
        if (device.gpu() >= count) {
            throw new KindredException("device '" + device + "' does not exist: PyTorch sees " + count
                    + (count == 1 ? " GPU" : " GPUs") + "; use cpu" + (count > 0 ? " or gpu:0" : "")
                    + (count > 1 ? " to gpu:" + (count - 1) : ""));
        }
        return engine.newBaseManager(Device.gpu(device.gpu()));
    }

    /**
     * Computes a loss and adds its gradients to those of the parameters it depends on. Runs of one process take turns here.
     *
     * @param loss computes a scalar
     * @return the loss
     * @throws InterruptedException if the thread was interrupted while another run had its turn
     */
    public static NDArray backward(Supplier<NDArray> loss) throws InterruptedException {
        COLLECTING.lockInterruptibly();
        try (GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
            NDArray value = loss.get();
            collector.backward(value);
            return value;
        } finally {
            COLLECTING.unlock();
        }
    }

    private static Engine engine() {
        setUnlessSet("ai.djl.offline");
        setUnlessSet("OPT_OUT_TRACKING");
        try {
            return Engine.getEngine(ENGINE);
        } catch (RuntimeException | LinkageError e) {
            throw new KindredException(
                    "PyTorch could not be loaded: " + reason(e) + "; its libraries come from the jars pytorch-jni and"
                            + " pytorch-native-cpu for this platform, or from PYTORCH_LIBRARY_PATH",
                    e);
        }
    }

    private static void setUnlessSet(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
