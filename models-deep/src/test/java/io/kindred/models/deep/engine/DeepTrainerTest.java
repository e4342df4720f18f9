package io.kindred.models.deep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import io.kindred.core.KindredException;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepTrainerTest {
    private static final TrainingPlan PLAN = TrainingPlan.adam(6, 0.05);

    @TempDir
    Path folder;

    /** Ten vectors and a linear layer, to be brought to scores that depend on the row; dropout and draws included. */
    private static final class Small implements Network {
        private final EmbeddingTable table;
        private final ai.djl.nn.Block block = Linear.builder().setUnits(1).build();
        private final Run run;
        private final Cancellation cancellation;
        private final int cancelIn;
        private int epochs;

        private Small(Run run, Cancellation cancellation, int cancelIn) {
            this.run = run;
            this.cancellation = cancellation;
            this.cancelIn = cancelIn;
            this.table = run.table("table", 10, 5);
            table.drawNormal(1, run.random("table", 0));
            run.block(block, new Shape(1, 5));
        }

        @Override
        public int begin(RandomGenerator random) {
            epochs++;
            return 4;
        }

        @Override
        public int samples(int number) {
            return 3;
        }

        @Override
        public NDArray loss(Step step, int number, RandomGenerator random) {
            if (epochs == cancelIn && number == 2) {
                cancellation.cancel();
            }
            int[] ids = {number, number + 1, random.nextInt(9)};
            NDArray vectors = step.dropout(step.rows(table, ids).at(0, 3), 0.2);
            NDArray scores = step.run(block, vectors).singletonOrThrow();
            return scores.sub(number).square().mean();
        }

        @Override
        public TrainedModel model() {
            return null;
        }

        private float[] numbers() {
            float[] vectors = table.copy(0, 10).array();
            float[] dense = run.values();
            float[] all = Arrays.copyOf(vectors, vectors.length + dense.length);
            System.arraycopy(dense, 0, all, vectors.length, dense.length);
            return all;
        }
    }

    private float[] train(TrainingPlan plan, TrainingContext context, int cancelIn) throws InterruptedException {
        try (Run run = new Run(plan, DeviceName.parse("cpu"), 1, context)) {
            Small network = new Small(run, context.cancellation(), cancelIn);
            DeepTrainer.train(run, network, "small", context);
            return network.numbers();
        }
    }

    private static TrainingContext context() {
        return TrainingContext.ofSeed(3).withCancellation(new Cancellation());
    }

    @Test
    void aRunThatWasStoppedGoesOnToTheSameBits() throws InterruptedException {
        float[] whole = train(PLAN, context(), 0);
        assertThatThrownBy(() -> train(PLAN, context().withWorkDir(folder), 4))
                .isInstanceOf(InterruptedException.class);
        assertThat(files()).hasSize(1);

        float[] resumed = train(PLAN, context().withWorkDir(folder), 0);

        assertThat(resumed).isEqualTo(whole);
        assertThat(files()).as("a finished run leaves no checkpoint").isEmpty();
    }

    @Test
    void aDamagedCheckpointIsNamedWithTheWayOut() throws Exception {
        assertThatThrownBy(() -> train(PLAN, context().withWorkDir(folder), 4))
                .isInstanceOf(InterruptedException.class);
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {0, 9, 30, bytes.length / 2, bytes.length - 1}) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 4;
            Files.write(file, flipped);
            assertRefused(file);
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(file);
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> train(PLAN, context().withWorkDir(folder), 0))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("training cannot go on from " + file)
                .hasMessageEndingWith("delete the file to begin anew");
    }

    @Test
    void rowsThatDoNotOccurStayAsTheyAre() throws InterruptedException {
        try (Run run = new Run(PLAN, DeviceName.parse("cpu"), 1, context())) {
            Small network = new Small(run, new Cancellation(), 0);
            float[] before = network.table.copy(9, 1).array();
            DeepTrainer.train(run, network, "small", context());

            assertThat(network.table.copy(9, 1).array()).isEqualTo(before);
        }
    }

    @Test
    void gradientsOfARowThatOccursTwiceAreAddedUp() throws InterruptedException {
        TrainingPlan plan = new TrainingPlan(1, new Optimizer.Sgd(0), Schedule.constant(1), 0);
        try (Run run = new Run(plan, DeviceName.parse("cpu"), 1, context())) {
            EmbeddingTable table = run.table("t", 3, 2);
            run.step(step -> step.rows(table, new int[] {2, 0, 2}).at(0, 3).sum(), 1);

            assertThat(table.copy(0, 3).array()).containsExactly(-1, -1, 0, 0, -2, -2);
        }
    }

    @Test
    void aLongGradientIsScaledDownAsAWhole() throws InterruptedException {
        TrainingPlan plan = new TrainingPlan(1, new Optimizer.Sgd(0), Schedule.constant(1), 5);
        try (Run run = new Run(plan, DeviceName.parse("cpu"), 1, context())) {
            EmbeddingTable one = run.table("one", 1, 1);
            EmbeddingTable two = run.table("two", 1, 1);
            // Gradients 30 and 40: together 50, ten times what is allowed.
            run.step(
                    step -> step.all(one)
                            .unique()
                            .sum()
                            .mul(30)
                            .add(step.rows(two, new int[] {0}).unique().sum().mul(40)),
                    1);

            assertThat(one.copy(0, 1).get(0, 0)).isEqualTo(-3f);
            assertThat(two.copy(0, 1).get(0, 0)).isEqualTo(-4f);
        }
    }

    @Test
    void aLossThatIsNoNumberStopsTraining() {
        TrainingPlan plan = new TrainingPlan(9, new Optimizer.Sgd(0), Schedule.constant(1e20), 0);
        assertThatThrownBy(() -> train(plan, context(), 0))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("training diverged")
                .hasMessageContaining("lower learningRate");
    }

    @Test
    void aThousandStepsLeaveNothingBehind() throws Exception {
        try (Run run = new Run(PLAN, DeviceName.parse("cpu"), 1, context())) {
            EmbeddingTable table = run.table("t", 10_000, 64);
            for (int n = 0; n < 200; n++) {
                step(run, table);
            }
            int arrays = run.manager().getManagedArrays().size();
            long before = residentBytes();
            for (int n = 0; n < 1_000; n++) {
                step(run, table);
            }

            assertThat(run.manager().getManagedArrays()).hasSize(arrays);
            // One array of 2.5 MB left behind in each step would be 2.5 GB; the Java heap may have grown a little.
            assertThat(residentBytes() - before).isLessThan(500L << 20);
        }
    }

    private static void step(Run run, EmbeddingTable table) throws InterruptedException {
        run.step(
                step -> {
                    NDArray rows = step.dropout(step.all(table).unique(), 0.1);
                    return rows.square().mean();
                },
                1_200);
    }

    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(status), "no /proc to read resident memory from");
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("no VmRSS in " + status);
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
