package io.kindred.models.cf.gram;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.model.Cancellation;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SparseGramTest {
    private static final Interactions PAIRS =
            ContractData.random(3, 80, 50, 900).interactions().distinct();

    @Test
    void theMatrixAroundAnItemHoldsTheProductsOfItsItems() throws InterruptedException {
        for (boolean weighted : new boolean[] {false, true}) {
            double[][] expected = products(weighted);
            LocalGram local = new LocalGram(gram(weighted, Long.MAX_VALUE), 1, 50);
            for (int item = 0; item < 50; item++) {
                local.select(item, 0);
                double[] matrix = local.matrix(true);
                for (int r = 0; r < local.size(); r++) {
                    assertThat(local.targets()[r]).isEqualTo(expected[item][local.item(r)]);
                    for (int c = 0; c < local.size(); c++) {
                        assertThat(matrix[r * local.size() + c]).isEqualTo(expected[local.item(r)][local.item(c)]);
                    }
                }
            }
        }
    }

    @Test
    void allItemsThatShareAUserAreChosenWhereThereIsRoom() throws InterruptedException {
        double[][] expected = products(false);
        LocalGram local = new LocalGram(gram(false, Long.MAX_VALUE), 1, 50);
        for (int item = 0; item < 50; item++) {
            local.select(item, 0);
            int own = item;
            long sharing = Arrays.stream(expected[item]).filter(p -> p > 0).count() - (expected[own][own] > 0 ? 1 : 0);
            assertThat(local.size()).isEqualTo((int) sharing);
        }
    }

    @Test
    void onlyItemsAboveTheThresholdAreChosen() throws InterruptedException {
        double[][] expected = products(false);
        LocalGram local = new LocalGram(gram(false, Long.MAX_VALUE), 1, 50);

        local.select(7, 4);

        assertThat(local.size()).isPositive();
        for (int n = 0; n < local.size(); n++) {
            assertThat(expected[7][local.item(n)]).isGreaterThan(4);
        }
    }

    @Test
    void rowsThatDoNotFitTheBudgetAreComputedAlike() throws InterruptedException {
        for (boolean weighted : new boolean[] {false, true}) {
            LocalGram kept = new LocalGram(gram(weighted, Long.MAX_VALUE), 1, 20);
            LocalGram some = new LocalGram(gram(weighted, 3_000), 1, 20);
            LocalGram none = new LocalGram(gram(weighted, 0), 1, 20);
            for (int item = 0; item < 50; item++) {
                kept.select(item, 0);
                some.select(item, 0);
                none.select(item, 0);
                int area = kept.size() * kept.size();
                double[] expected = Arrays.copyOf(kept.matrix(true), area);
                assertThat(Arrays.copyOf(some.matrix(true), area)).isEqualTo(expected);
                assertThat(Arrays.copyOf(none.matrix(true), area)).isEqualTo(expected);
            }
        }
    }

    private static SparseGram gram(boolean weighted, long budget) throws InterruptedException {
        try (ParallelRows threads = new ParallelRows(2, new Cancellation())) {
            return SparseGram.of(PAIRS, weighted, budget, threads);
        }
    }

    private static double[][] products(boolean weighted) {
        double[][] products = new double[50][50];
        for (int u = 0; u < PAIRS.userCount(); u++) {
            for (int p = PAIRS.byUser().start(u); p < PAIRS.byUser().end(u); p++) {
                for (int q = PAIRS.byUser().start(u); q < PAIRS.byUser().end(u); q++) {
                    products[PAIRS.byUser().column(p)][PAIRS.byUser().column(q)] +=
                            weighted ? PAIRS.byUser().value(p) * PAIRS.byUser().value(q) : 1;
                }
            }
        }
        return products;
    }
}
