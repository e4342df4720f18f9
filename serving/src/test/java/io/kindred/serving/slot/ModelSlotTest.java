package io.kindred.serving.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import io.kindred.serving.TinyModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSlotTest {
    private static final RecommendationQuery QUERY = RecommendationQuery.forUser("cold", 6);

    @TempDir
    Path folder;

    @Test
    void anEmptySlotHasNoLease() {
        try (ModelSlot slot = new ModelSlot()) {
            assertThat(slot.lease()).isEmpty();
            assertThat(slot.key()).isEmpty();
        }
    }

    @Test
    void aSwappedOutModelIsClosedWhenItsLastLeaseEnds() {
        Path artifact = TinyModels.popularity(folder.resolve("a"), "a", 1);
        ModelSlot slot = new ModelSlot();
        ServedModel old = ServedModel.open(new ModelKey("a", 1), artifact);
        slot.swap(old);
        Lease first = slot.lease().orElseThrow();
        Lease second = slot.lease().orElseThrow();

        slot.swap(ServedModel.open(new ModelKey("a", 2), artifact));

        assertThat(slot.key()).hasValue(new ModelKey("a", 2));
        first.close();
        first.close();
        assertThat(old.isClosed()).isFalse();
        assertThat(Dispatcher.recommend(second.recommender(), QUERY).items()).hasSize(6);
        second.close();
        assertThat(old.isClosed()).isTrue();
        assertThat(old.lease()).isEmpty();
        slot.close();
    }

    @Test
    void thousandsOfSwapsUnderLoadNeverTakeAModelFromItsRequest() throws Exception {
        Path[] artifacts = {
            TinyModels.popularity(folder.resolve("even"), "even-", 1),
            TinyModels.popularity(folder.resolve("odd"), "odd-", 1)
        };
        ModelSlot slot = new ModelSlot();
        slot.swap(ServedModel.open(new ModelKey("m", 2), artifacts[0]));
        List<ServedModel> opened = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                running.add(threads.submit(() -> askUntil(done, slot)));
            }
            for (int version = 3; version < 1500; version++) {
                ServedModel next = ServedModel.open(new ModelKey("m", version), artifacts[version % 2]);
                opened.add(next);
                slot.swap(next);
            }
            done.set(true);
            for (Future<Integer> each : running) {
                assertThat(each.get()).isPositive();
            }
        }
        slot.close();
        assertThat(opened).allMatch(ServedModel::isClosed);
    }

    private static int askUntil(AtomicBoolean done, ModelSlot slot) {
        int answers = 0;
        while (!done.get()) {
            try (Lease lease = slot.lease().orElseThrow()) {
                String prefix = lease.key().version() % 2 == 0 ? "even-" : "odd-";
                List<Recommendations.Item> items =
                        Dispatcher.recommend(lease.recommender(), QUERY).items();
                assertThat(items).hasSize(6).allMatch(item -> item.id().startsWith(prefix));
                answers++;
            }
        }
        return answers;
    }
}
