package io.kindred.models.cf.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.models.cf.golden.GoldenData;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Five iterations from the reference's initial vectors: confidence 1 + 10 for observed pairs, plain L2 of 5. */
final class AlsGoldenTest {
    private static final AlsParameters PARAMETERS =
            new AlsParameters(16, 5, 5, 10, 1, 0, false, AlsSolver.CHOLESKY, 3, 64);
    private static final double RELATIVE_PER_ROW = 1e-3;
    private static final double METRIC = 5e-4;

    private final GoldenData golden = GoldenData.orSkip();
    private final Interactions interactions = golden.train().interactions();

    @Test
    void factorsAfterFiveIterationsAreTheReferences() throws InterruptedException {
        Factorization state = fiveIterations();

        assertRowsAgree("users", state.users(), golden.table("ials-users-after-5.tsv"));
        assertRowsAgree("items", state.items(), golden.table("ials-items-after-5.tsv"));
    }

    @Test
    void metricsAfterFiveIterationsAreTheReferences() throws InterruptedException {
        Factorization state = fiveIterations();

        FactorsModel model = new FactorsModel(
                ModelInfo.of(new AlsProvider(), PARAMETERS),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                state.users().toMatrix(),
                state.items().toMatrix());
        Map<String, Double> expected = golden.expectedMetrics("ials");
        golden.metrics(golden.lists(model, 20))
                .forEach((metric, value) ->
                        assertThat(value).as(metric).isEqualTo(expected.get(metric), within(METRIC)));
    }

    private Factorization fiveIterations() throws InterruptedException {
        try (ParallelRows threads = new ParallelRows(2, new Cancellation())) {
            Factorization state = new Factorization(interactions, PARAMETERS, false, threads);
            List<float[]> initial = golden.table("ials-items-initial.tsv");
            for (int i = 0; i < initial.size(); i++) {
                System.arraycopy(
                        initial.get(i),
                        0,
                        state.items().values(),
                        i * state.items().stride(),
                        PARAMETERS.factors());
            }
            for (int epoch = 0; epoch < PARAMETERS.epochs(); epoch++) {
                state.epoch();
            }
            return state;
        }
    }

    private static void assertRowsAgree(String what, FactorTable table, List<float[]> expected) {
        assertThat(table.rows()).isEqualTo(expected.size());
        for (int r = 0; r < table.rows(); r++) {
            double difference = 0;
            double size = 0;
            for (int f = 0; f < table.dimension(); f++) {
                double e = expected.get(r)[f];
                double d = table.values()[r * table.stride() + f] - e;
                difference += d * d;
                size += e * e;
            }
            assertThat(Math.sqrt(difference))
                    .as("%s, row %d", what, r)
                    .isLessThanOrEqualTo(RELATIVE_PER_ROW * Math.sqrt(size));
        }
    }
}
