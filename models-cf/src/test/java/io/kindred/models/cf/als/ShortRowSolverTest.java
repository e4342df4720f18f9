package io.kindred.models.cf.als;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.parallel.ParallelRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortRowSolverTest {
    private static final Interactions SPARSE =
            ContractData.random(31, 500, 200, 4_000).interactions().distinct();

    @ParameterizedTest
    @CsvSource({"48, 0, 5", "48, 1, 0.01", "64, 1, 0.001", "40, 0.5, 0.1", "100, 1, 0.01"})
    void shortSystemHasTheSolutionOfTheLongOne(int factors, double frequencyExponent, double regularization)
            throws InterruptedException {
        AlsParameters parameters = new AlsParameters(
                factors, 1, regularization, 2, 0.1, frequencyExponent, false, AlsSolver.CHOLESKY, 3, 64);
        Objective objective = Objective.of(parameters, false);
        try (ParallelRows threads = new ParallelRows(2, new Cancellation())) {
            Factorization state = new Factorization(SPARSE, parameters, false, threads);
            state.initialise(4);
            FactorTable items = state.items();
            for (int i = 0; i < items.values().length; i++) {
                items.values()[i] *= 10;
            }
            SparseRows history = SPARSE.byUser();
            assertThat(ShortRowSolver.pays(objective, history, items.stride())).isTrue();
            GramMatrix gram = state.itemGram();
            RowSolver whole = new RowSolver(objective, history, items, gram);
            ShortRowSolver shorts = new ShortRowSolver(objective, history, Spectrum.of(gram, items, threads));
            FactorTable expected = new FactorTable(SPARSE.userCount(), factors, "users");
            FactorTable actual = new FactorTable(SPARSE.userCount(), factors, "users");
            int taken = 0;
            for (int u = 0; u < SPARSE.userCount(); u++) {
                whole.solve(u, expected);
                if (shorts.takes(u) && shorts.solve(u, actual)) {
                    taken++;
                } else {
                    whole.solve(u, actual);
                }
            }
            shorts.flush(actual);

            assertThat(taken).isGreaterThan(400);
            assertRowsAgree(actual, expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16})
    void threadsDoNotChangeABit(int threads) throws InterruptedException {
        AlsTrainer trainer = new AlsTrainer(new AlsParameters(48, 2, 0.01, 1, 0.1, 1, false, AlsSolver.AUTO, 3, 64));
        TrainingData data = TrainingData.of(SPARSE);
        TrainingContext context = TrainingContext.ofSeed(8);

        ImplicitFactorsModel one = (ImplicitFactorsModel) trainer.train(data, context.withThreads(1));
        ImplicitFactorsModel many = (ImplicitFactorsModel) trainer.train(data, context.withThreads(threads));

        assertThat(many.userFactors().array()).isEqualTo(one.userFactors().array());
        assertThat(many.itemVectors().array()).isEqualTo(one.itemVectors().array());
    }

    @Test
    void veryLongEmbeddingsAreLeftToTheWholeSystem() {
        Objective objective = new Objective(2, 0.1, 1, 0, false);

        assertThat(ShortRowSolver.pays(objective, SPARSE.byUser(), 1024)).isFalse();
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
            assertThat(Math.sqrt(difference)).as("row %d", r).isLessThanOrEqualTo(1e-4 * Math.sqrt(size));
        }
    }
}
