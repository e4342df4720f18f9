package io.kindred.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.TestData;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void modelsShareTheThreadsEvenly() {
        Capacity four = Capacity.of(OptionalInt.of(4), OptionalInt.empty(), 10);
        Capacity few = Capacity.of(OptionalInt.of(4), OptionalInt.empty(), 2);
        Capacity alone = Capacity.of(OptionalInt.of(4), OptionalInt.of(1), 10);

        assertThat(four.atOnce()).isEqualTo(4);
        assertThat(four.threadsPerModel()).isEqualTo(1);
        assertThat(few.atOnce()).isEqualTo(2);
        assertThat(few.threadsPerModel()).isEqualTo(2);
        assertThat(alone.threadsPerModel()).isEqualTo(4);
        assertThat(four.memory()).isLessThan(Runtime.getRuntime().maxMemory());
        assertThatThrownBy(() -> new Capacity(0, 1, 1)).isInstanceOf(KindredException.class);
    }

    @Test
    void whatDoesNotFitWaitsUntilSomebodyLeaves() throws Exception {
        MemoryGate gate = new MemoryGate(15);
        AtomicBoolean entered = new AtomicBoolean();
        gate.enter(10);
        Thread second = Thread.ofPlatform().start(() -> {
            try {
                gate.enter(10);
                entered.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        boolean before = entered.get();

        gate.leave(10);
        second.join();

        assertThat(before).isFalse();
        assertThat(entered).isTrue();
    }

    @Test
    void whoIsAloneMayUseEverything() throws Exception {
        MemoryGate gate = new MemoryGate(5);

        gate.enter(1000);
        gate.leave(1000);
        gate.enter(3);
        gate.enter(2);

        assertThat(gate).isNotNull();
    }

    @Test
    void moreItemsAndFactorsAreThoughtToNeedMore() {
        StubModels models = new StubModels();
        Interactions small = TestData.interactions(10, 10, TimeKind.ORDER, new int[] {0, 0});
        Interactions large = TestData.interactions(10, 10_000, TimeKind.ORDER, new int[] {0, 0});
        RunTask few = new RunTask("a", "steady", Map.of("factors", 8L), 1);
        RunTask many = new RunTask("a", "steady", Map.of("factors", 800L), 1);

        long least = MemoryEstimate.bytes(models.catalog(), few, small, 1);
        long items = MemoryEstimate.bytes(models.catalog(), few, large, 1);
        long factors = MemoryEstimate.bytes(models.catalog(), many, large, 1);

        // (10 users + 10 items) * 8 factors * 8 bytes * 4, a block of scores, one interaction and ten users.
        assertThat(least).isEqualTo(20 * 8 * 8 * 4 + 8_000_000 + 64 + 10 * 480);
        assertThat(items).isGreaterThan(least);
        assertThat(factors).isGreaterThan(items);
    }
}
