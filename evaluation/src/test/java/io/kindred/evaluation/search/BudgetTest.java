package io.kindred.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.experiment.TrialRecord.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static TrialRecord trial(double seconds, double processorSeconds) {
        return new TrialRecord("f", 0, Map.of(), 1, State.COMPLETE, 0, new TreeMap<>(), seconds, processorSeconds, "");
    }

    @Test
    void runningTrialsCount() {
        Budget budget = Budget.ofTrials(3);
        assertThat(budget.allows(List.of(trial(1, 1)), 1)).isTrue();
        assertThat(budget.allows(List.of(trial(1, 1)), 2)).isFalse();
    }

    @Test
    void nothingIsBegunOnceTheTimeIsUsed() {
        List<TrialRecord> ended = List.of(trial(4, 6), trial(4, 6));
        assertThat(Budget.ofTrials(9).withSeconds(8.5).allows(ended, 0)).isTrue();
        assertThat(Budget.ofTrials(9).withSeconds(8).allows(ended, 0)).isFalse();
        assertThat(Budget.ofTrials(9).withProcessorSeconds(12).allows(ended, 0)).isFalse();
    }

    @Test
    void isToldInWords() {
        assertThat(Budget.ofTrials(1).text()).isEqualTo("1 trial");
        assertThat(Budget.ofTrials(60)
                        .withProcessorSeconds(600)
                        .withTrialSeconds(1.5)
                        .text())
                .isEqualTo("60 trials, at most 600 s of processor time, at most 1.5 s for a trial");
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> Budget.ofTrials(0))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("0 trials");
        assertThatThrownBy(() -> Budget.ofTrials(1).withSeconds(Double.NaN)).isInstanceOf(KindredException.class);
    }

    @Test
    void processorTimeIsDividedAmongTheTrialsAtWork() {
        AtomicLong clock = new AtomicLong();
        ProcessorShare share = new ProcessorShare(clock::get);
        Trial first = new Trial(null, 0, Map.of());
        Trial second = new Trial(null, 1, Map.of());

        // given 2 s of the first alone, 4 s of both, 1 s of the second alone, and 5 s of nobody before
        clock.addAndGet(5_000_000_000L);
        share.begin(first);
        clock.addAndGet(2_000_000_000L);
        share.begin(second);
        clock.addAndGet(4_000_000_000L);
        double ofFirst = share.end(first);
        clock.addAndGet(1_000_000_000L);
        double ofSecond = share.end(second);

        assertThat(ofFirst).isCloseTo(4, within(1e-9));
        assertThat(ofSecond).isCloseTo(3, within(1e-9));
    }
}
