package io.kindred.models.cf.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.model.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParallelRowsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyRowIsWorkedOnOnce(int threads) throws InterruptedException {
        AtomicIntegerArray visits = new AtomicIntegerArray(1003);
        try (ParallelRows rows = new ParallelRows(threads, new Cancellation())) {
            rows.forEachBlock(1003, 10, Object::new, (worker, from, to) -> {
                for (int r = from; r < to; r++) {
                    visits.incrementAndGet(r);
                }
            });
        }
        for (int r = 0; r < visits.length(); r++) {
            assertThat(visits.get(r)).as("row %d", r).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void failureOfOneThreadReachesTheCaller(int threads) {
        try (ParallelRows rows = new ParallelRows(threads, new Cancellation())) {
            assertThatThrownBy(() -> rows.forEachBlock(100, 1, Object::new, (worker, from, to) -> {
                        if (from == 42) {
                            throw new IllegalStateException("row 42");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("row 42");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void cancellationLeavesTheRestUndone(int threads) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger done = new AtomicInteger();
        try (ParallelRows rows = new ParallelRows(threads, cancellation)) {
            assertThatThrownBy(() -> rows.forEachBlock(1_000_000, 1, Object::new, (worker, from, to) -> {
                        done.incrementAndGet();
                        cancellation.cancel();
                    }))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(done.get()).isBetween(1, threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void interruptOfTheCallerStopsEveryThread(int threads) throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Thread caller = Thread.ofPlatform().start(() -> {
            try (ParallelRows rows = new ParallelRows(threads, new Cancellation())) {
                rows.forEachBlock(1_000_000_000, 1, Object::new, (worker, from, to) -> {
                    done.incrementAndGet();
                    working.countDown();
                    Thread.onSpinWait();
                });
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        working.await();

        caller.interrupt();
        caller.join();

        assertThat(interrupted.getCount()).isZero();
        assertThat(done.get()).isLessThan(1_000_000_000);
    }
}
