package io.kindred.models.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.SparseRows;
import io.kindred.core.model.Cancellation;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StrataTest {
    private static final SparseRows ROWS =
            ContractData.random(3, 300, 200, 8_000).interactions().distinct().byUser();

    @Test
    void everyPositiveIsInOneCell() throws InterruptedException {
        Strata strata = dealt(1);

        Set<Long> found = new HashSet<>();
        for (int p = 0; p < ROWS.size(); p++) {
            found.add(pair(strata.users()[p], strata.items()[p]));
        }
        assertThat(strata.blocks()).isGreaterThan(2);
        assertThat(strata.cellStart(strata.blocks() * strata.blocks())).isEqualTo(ROWS.size());
        assertThat(found).hasSize(ROWS.size());
        for (int u = 0; u < ROWS.rowCount(); u++) {
            for (int p = ROWS.start(u); p < ROWS.end(u); p++) {
                assertThat(found).contains(pair(u, ROWS.column(p)));
            }
        }
    }

    @Test
    void cellsOfADiagonalShareNoUserAndNoItem() throws InterruptedException {
        Strata strata = dealt(2);

        Set<Integer> cells = new HashSet<>();
        for (int d = 0; d < strata.blocks(); d++) {
            Set<Integer> users = new HashSet<>();
            Set<Integer> items = new HashSet<>();
            for (int b = 0; b < strata.blocks(); b++) {
                int cell = strata.cell(b, d);
                cells.add(cell);
                Set<Integer> cellUsers = new HashSet<>();
                Set<Integer> cellItems = new HashSet<>();
                for (int p = strata.cellStart(cell); p < strata.cellStart(cell + 1); p++) {
                    cellUsers.add(strata.users()[p]);
                    cellItems.add(strata.items()[p]);
                }
                assertThat(users).doesNotContainAnyElementsOf(cellUsers);
                assertThat(items).doesNotContainAnyElementsOf(cellItems);
                users.addAll(cellUsers);
                items.addAll(cellItems);
            }
        }
        assertThat(cells).hasSize(strata.blocks() * strata.blocks());
    }

    @Test
    void itemsAreDealtAnewInEachEpochAndAlikeForTheSameSeed() throws InterruptedException {
        assertThat(dealt(1).itemOrder()).isEqualTo(dealt(1).itemOrder()).isNotEqualTo(dealt(2).itemOrder());
        int[] sorted = dealt(1).itemOrder().clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            assertThat(sorted[i]).isEqualTo(i);
        }
    }

    @Test
    void walkVisitsEachPositiveOfACellOnceAndDrawsNegativesOfItsBlockAlone() throws InterruptedException {
        Strata strata = dealt(1);
        int cell = strata.cell(1, 1);
        Set<Integer> block = new HashSet<>();
        int itemBlock = cell % strata.blocks();
        for (int p = strata.firstItem(itemBlock); p < strata.firstItem(itemBlock + 1); p++) {
            block.add(strata.itemOrder()[p]);
        }
        Set<Integer> visited = new HashSet<>();
        PairRule rule = (walk, factors, position, user, item) -> {
            assertThat(visited.add(position)).isTrue();
            assertThat(walk.isPositive(position, item)).isTrue();
            int negative = walk.negative(position);
            assertThat(block).contains(negative);
            assertThat(ROWS.columnsOf(user)).contains(item).doesNotContain(negative);
            walk.addLoss(0.5);
        };
        CellWalk walk = new CellWalk(strata, rule, new Cancellation(), strata.largestCell());

        walk.walk(cell, null, 7, 1, 1f);

        int size = strata.cellStart(cell + 1) - strata.cellStart(cell);
        assertThat(visited).hasSize(size).isNotEmpty();
        assertThat(walk.visits()).isEqualTo(size);
        assertThat(walk.loss()).isEqualTo(size * 0.5);
    }

    private static long pair(int user, int item) {
        return ((long) user << 32) | item;
    }

    private static Strata dealt(int epoch) throws InterruptedException {
        Strata strata = new Strata(ROWS, 64, null, Integer.MAX_VALUE);
        try (ParallelRows threads = new ParallelRows(2, new Cancellation())) {
            strata.deal(7, epoch, threads);
        }
        return strata;
    }
}
