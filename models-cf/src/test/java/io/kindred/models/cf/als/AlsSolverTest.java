package io.kindred.models.cf.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AlsSolverTest {
    private static final Interactions DATA =
            ContractData.random(31, 400, 250, 9_000).interactions().distinct();

    @ParameterizedTest
    @CsvSource({
        "CONJUGATE_GRADIENT, 48, 40, 64, false",
        "CONJUGATE_GRADIENT, 70, 40, 64, true",
        "CONJUGATE_GRADIENT, 528, 60, 64, false",
        "BLOCK, 48, 3, 1024, false",
        "BLOCK, 70, 3, 80, true"
    })
    void manyStepsOrOneBlockHaveTheSolutionOfTheWholeSystem(
            AlsSolver solver, int factors, int steps, int blockSize, boolean weighted) throws InterruptedException {
        // given
        AlsParameters parameters = parameters(solver, factors, steps, blockSize, weighted);
        try (ParallelRows threads = new ParallelRows(2, new Cancellation())) {
            Factorization refined = new Factorization(DATA, parameters, weighted, threads);
            Factorization exact = new Factorization(
                    DATA, parameters(AlsSolver.CHOLESKY, factors, steps, blockSize, weighted), weighted, threads);
            refined.initialise(1);
            exact.initialise(1);

            // when
            refined.epoch();
            exact.epoch();

            // then
            assertRowsAgree(refined.users(), exact.users());
            assertRowsAgree(refined.items(), exact.items());
        }
    }

    @Test
    void blocksAreSolvedOneAfterTheOther() throws InterruptedException {
        // given the first user's system A x = b, formed here in double precision
        AlsParameters parameters = parameters(AlsSolver.BLOCK, 32, 3, 16, true);
        Objective objective = Objective.of(parameters, true);
        try (ParallelRows threads = new ParallelRows(1, new Cancellation())) {
            Factorization state = new Factorization(DATA, parameters, true, threads);
            SplittableRandom random = new SplittableRandom(6);
            for (float[] table :
                    new float[][] {state.users().values(), state.items().values()}) {
                for (int i = 0; i < table.length; i++) {
                    table[i] = (float) random.nextDouble(-0.5, 0.5);
                }
            }
            double[][] a = new double[32][33];
            SparseRows rows = DATA.byUser();
            for (int i = 0; i < DATA.itemCount(); i++) {
                addOuter(a, state.items(), i, objective.unobservedWeight(), 0);
            }
            for (int p = rows.start(0); p < rows.end(0); p++) {
                double weight = rows.value(p);
                addOuter(a, state.items(), rows.column(p), objective.alpha() * weight, objective.confidence(weight));
            }
            double[] x = new double[32];
            for (int c = 0; c < 32; c++) {
                a[c][c] += objective.strength(rows.length(0), DATA.itemCount());
                x[c] = state.users().values()[c];
            }

            // when
            Basis basis = Basis.plain(state.itemGram(), state.items());
            float[] vector = java.util.Arrays.copyOf(state.users().values(), 32);
            assertThat(new Subspaces(objective, rows, basis, 16).improve(0, vector))
                    .isTrue();

            // then each block solves its equations given the other: 200 sweeps of Gauss-Seidel within a block are as
            // good as exact
            for (int block = 0; block < 32; block += 16) {
                for (int sweep = 0; sweep < 200; sweep++) {
                    for (int c = block; c < block + 16; c++) {
                        double rest = a[c][32];
                        for (int k = 0; k < 32; k++) {
                            rest -= k == c ? 0 : a[c][k] * x[k];
                        }
                        x[c] = rest / a[c][c];
                    }
                }
            }
            for (int c = 0; c < 32; c++) {
                assertThat((double) vector[c]).as("component %d", c).isEqualTo(x[c], within(2e-4));
            }
        }
    }

    private static void addOuter(double[][] a, FactorTable items, int item, double weight, double confidence) {
        for (int i = 0; i < 32; i++) {
            double y = items.values()[item * 32 + i];
            for (int j = 0; j < 32; j++) {
                a[i][j] += weight * y * items.values()[item * 32 + j];
            }
            a[i][32] += confidence * y;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySolverReachesTheLossOfTheExactOne(AlsSolver solver) throws InterruptedException {
        // Blocks of half the components need a few epochs more.
        double allowed = solver == AlsSolver.BLOCK ? 1.03 : 1.001;

        assertThat(lossAfterEightEpochs(solver)).isLessThan(allowed * lossAfterEightEpochs(AlsSolver.CHOLESKY));
    }

    private static double lossAfterEightEpochs(AlsSolver solver) throws InterruptedException {
        try (ParallelRows threads = new ParallelRows(2, new Cancellation())) {
            Factorization state = new Factorization(DATA, parameters(solver, 64, 3, 32, false), false, threads);
            state.initialise(1);
            for (int epoch = 0; epoch < 8; epoch++) {
                state.epoch();
            }
            return state.loss();
        }
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotChangeABit(AlsSolver solver) throws InterruptedException {
        AlsTrainer trainer = new AlsTrainer(parameters(solver, 48, 2, 16, true));
        TrainingData data = TrainingData.of(DATA);
        TrainingContext context = TrainingContext.ofSeed(8);

        ImplicitFactorsModel one = (ImplicitFactorsModel) trainer.train(data, context.withThreads(1));
        ImplicitFactorsModel many = (ImplicitFactorsModel) trainer.train(data, context.withThreads(16));

        assertThat(many.userFactors().array()).isEqualTo(one.userFactors().array());
        assertThat(many.itemVectors().array()).isEqualTo(one.itemVectors().array());
    }

    @Test
    void longHistoryThatComesInChunksHasTheSameBits() throws InterruptedException {
        // given scratch memory for 7 vectors
        AlsParameters parameters = parameters(AlsSolver.CONJUGATE_GRADIENT, 48, 3, 64, true);
        Objective objective = Objective.of(parameters, true);
        try (ParallelRows threads = new ParallelRows(1, new Cancellation())) {
            Factorization state = new Factorization(DATA, parameters, true, threads);
            state.initialise(1);
            Basis basis = Basis.plain(state.itemGram(), state.items());
            SparseRows rows = DATA.byUser();
            Refinement inChunks = new ConjugateGradients(objective, rows, basis, 3, 7 * 48);
            Refinement atOnce = new ConjugateGradients(objective, rows, basis, 3);
            assertThat(rows.length(5)).isGreaterThan(14);
            float[] chunked = new float[48];
            float[] whole = new float[48];

            inChunks.improve(5, chunked);
            atOnce.improve(5, whole);

            assertThat(chunked).isEqualTo(whole).isNotEqualTo(new float[48]);
        }
    }

    @Test
    void autoRefinesWhereThatIsCheaper() {
        Objective objective = new Objective(1, 0.1, 0.01, 1, false);
        SparseRows many = ContractData.random(1, 2_000, 100, 9_000)
                .interactions()
                .distinct()
                .byUser();
        SparseRows few = DATA.byUser();

        assertThat(Plan.of(AlsSolver.AUTO, objective, many, 128).way(1_000)).isEqualTo(Plan.Way.REFINED);
        assertThat(Plan.of(AlsSolver.AUTO, objective, many, 64).way(64)).isEqualTo(Plan.Way.REFINED);
        assertThat(Plan.of(AlsSolver.AUTO, objective, many, 64).way(65)).isEqualTo(Plan.Way.WHOLE);
        assertThat(Plan.of(AlsSolver.AUTO, objective, many, 32).way(1_000)).isEqualTo(Plan.Way.WHOLE);
        assertThat(Plan.of(AlsSolver.AUTO, objective, few, 128).way(1_000)).isEqualTo(Plan.Way.WHOLE);
    }

    private static AlsParameters parameters(AlsSolver solver, int factors, int steps, int blockSize, boolean weighted) {
        return new AlsParameters(factors, 2, 0.02, 2, 0.1, 1, weighted, solver, steps, blockSize);
    }

    private static void assertRowsAgree(FactorTable actual, FactorTable expected) {
        for (int r = 0; r < expected.rows(); r++) {
            double difference = 0;
            double size = 0;
            for (int f = 0; f < expected.stride(); f++) {
                double e = expected.values()[r * expected.stride() + f];
                double d = actual.values()[r * expected.stride() + f] - e;
                difference += d * d;
                size += e * e;
            }
            assertThat(Math.sqrt(difference)).as("row %d", r).isLessThanOrEqualTo(1e-3 * Math.sqrt(size));
        }
    }
}
