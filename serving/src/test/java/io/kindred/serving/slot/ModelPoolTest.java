package io.kindred.serving.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.serving.TinyModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPoolTest {
    private final List<ServedModel> opened = new ArrayList<>();

    @TempDir
    Path folder;

    private Path artifact;

    @BeforeEach
    void anArtifact() {
        artifact = TinyModels.popularity(folder.resolve("a"), "a", 1);
    }

    @Test
    void aModelIsOpenedOnce() {
        try (ModelPool pool = new ModelPool(2)) {
            lease(pool, 1).close();
            lease(pool, 1).close();

            assertThat(opened).hasSize(1);
        }
        assertThat(opened).allMatch(ServedModel::isClosed);
    }

    @Test
    void theLeastRecentlyUsedMakesRoomAndIsClosedAfterItsLease() {
        try (ModelPool pool = new ModelPool(2)) {
            Lease first = lease(pool, 1);
            lease(pool, 2).close();
            lease(pool, 1).close();
            lease(pool, 3).close();
            assertThat(opened.get(1).isClosed()).isTrue();
            lease(pool, 4).close();

            assertThat(pool.size()).isEqualTo(2);
            assertThat(opened.get(0).isClosed()).isFalse();
            first.close();
            assertThat(opened.get(0).isClosed()).isTrue();
        }
    }

    @Test
    void aFailedOpeningIsToldAndTriedAgain() {
        try (ModelPool pool = new ModelPool(1)) {
            ModelKey key = new ModelKey("m", 1);
            assertThatThrownBy(() -> pool.lease(key, () -> {
                        throw new KindredException("damaged");
                    }))
                    .isInstanceOf(KindredException.class)
                    .hasMessage("damaged");

            lease(pool, 1).close();
            assertThat(opened).hasSize(1);
        }
    }

    @Test
    void manyThreadsShareOneOpening() throws Exception {
        AtomicInteger openings = new AtomicInteger();
        try (ModelPool pool = new ModelPool(2);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<ModelKey>> running = new ArrayList<>();
            for (int t = 0; t < 64; t++) {
                running.add(threads.submit(() -> {
                    ModelKey key = new ModelKey("m", 1);
                    try (Lease lease = pool.lease(key, () -> {
                        openings.incrementAndGet();
                        return ServedModel.open(key, artifact);
                    })) {
                        return lease.key();
                    }
                }));
            }
            for (Future<ModelKey> each : running) {
                assertThat(each.get()).isEqualTo(new ModelKey("m", 1));
            }
        }
        assertThat(openings).hasValue(1);
    }

    private Lease lease(ModelPool pool, int version) {
        ModelKey key = new ModelKey("m", version);
        return pool.lease(key, () -> {
            ServedModel model = ServedModel.open(key, artifact);
            opened.add(model);
            return model;
        });
    }
}
