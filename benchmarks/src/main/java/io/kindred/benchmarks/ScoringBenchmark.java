package io.kindred.benchmarks;

import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.TopK;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The inner loop of serving a factor model: one user's vector against every item, then the ten best. A plain loop over
 * the same numbers runs side by side.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ScoringBenchmark {

    private static final int TOP = 10;

    @Param("10000")
    int items;

    @Param({"64", "128"})
    int factors;

    private float[] user;
    private float[] flat;
    private FloatMatrix matrix;
    private float[] scores;

    /** Fills user and items with the same numbers in every run. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(42);
        user = new float[factors];
        flat = new float[items * factors];
        for (int i = 0; i < factors; i++) {
            user[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) random.nextGaussian();
        }
        matrix = FloatMatrix.of(flat, items, factors);
        scores = new float[items];
    }

    /** Core's matrix kernel. */
    @Benchmark
    public float[] matrixDots() {
        matrix.dots(user, 0, items, scores, 0);
        return scores;
    }

    /** What one would write without it. */
    @Benchmark
    public float[] plainLoop() {
        for (int item = 0; item < items; item++) {
            float sum = 0;
            int row = item * factors;
            for (int f = 0; f < factors; f++) {
                sum += user[f] * flat[row + f];
            }
            scores[item] = sum;
        }
        return scores;
    }

    /** Core's matrix kernel and the selection of the ten best. */
    @Benchmark
    public TopK.Ranked matrixDotsAndTopK() {
        matrix.dots(user, 0, items, scores, 0);
        TopK best = new TopK(TOP);
        best.offerAll(scores);
        return best.drain();
    }
}
