package io.kindred.models.deep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.kindred.core.KindredException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeepEngineTest {
    @Test
    void aGpuThatIsNotThereIsRefusedByName() {
        // No machine has a GPU of this number, whichever PyTorch it has.
        assertThatThrownBy(() -> DeepEngine.newManager(DeviceName.parse("gpu:9999"), 1))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'gpu:9999'")
                .hasMessageContaining("use")
                .hasMessageContaining("cpu");
    }

    @Test
    void gradientsAreThoseOfTheLoss() throws InterruptedException {
        try (NDManager manager = DeepEngine.newManager(DeviceName.parse("cpu"), 1)) {
            assertThat(gradientOfSquares(manager, 3f)).containsExactly(6f, 12f);
        }
    }

    @Test
    void severalRunsTakeTurns() throws Exception {
        Callable<float[]> run = () -> {
            try (NDManager manager = DeepEngine.newManager(DeviceName.parse("cpu"), 1)) {
                return gradientOfSquares(manager, 5f);
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Callable<float[]>> runs = Stream.generate(() -> run).limit(40).toList();
            for (Future<float[]> gradient : pool.invokeAll(runs)) {
                assertThat(gradient.get()).containsExactly(10f, 20f);
            }
        }
    }

    /** The gradient of the sum of squares at (x, 2x), which is (2x, 4x). */
    private static float[] gradientOfSquares(NDManager manager, float x) throws InterruptedException {
        NDArray weight = manager.create(new float[] {x, 2 * x});
        weight.setRequiresGradient(true);
        NDArray loss = DeepEngine.backward(() -> weight.square().sum());
        assertThat(loss.getFloat()).isCloseTo(5 * x * x, within(1e-4f));
        return weight.getGradient().toFloatArray();
    }
}
