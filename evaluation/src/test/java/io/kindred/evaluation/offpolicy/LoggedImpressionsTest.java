package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.online.Event;
import io.kindred.core.online.EventLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From events to rounds and slates. */
final class LoggedImpressionsTest {
    private static final long DAY = 86_400;

    @TempDir
    Path folder;

    private final List<Event> events = new ArrayList<>();

    private void event(String user, String item, String type, long time, double value) {
        events.add(new Event("e" + events.size(), user, item, type, time, value));
    }

    private LoggedImpressions read(long window) {
        try (EventLog log = EventLog.open(folder.resolve("log"), e -> {})) {
            log.append(events);
        }
        return LoggedImpressions.read(folder.resolve("log"), window);
    }

    @Test
    void impressionsBecomeRoundsAndLaterInteractionsTheirRewards() {
        event("ann", "x", "impression", 100, 0.5);
        event("ann", "y", "impression", 100, 0.25);
        event("bob", "y", "impression", 100, 0.9);
        event("ann", "y", "click", 160, Double.NaN);
        event("ann", "x", "impression", 200, 1);
        event("bob", "x", "view", 210, Double.NaN);
        event("bob", "y", "view", 100 + DAY + 1, Double.NaN);

        LoggedImpressions impressions = read(DAY);
        BanditFeedback log = impressions.rounds();

        assertThat(impressions.items().ids()).containsExactly("x", "y");
        assertThat(log.rounds()).isEqualTo(4);
        assertThat(log.positionCount()).isEqualTo(2);
        double[] rewards = {0, 1, 0, 0};
        int[] positions = {0, 1, 0, 0};
        double[] propensities = {0.5, 0.25, 0.9, 1};
        for (int i = 0; i < 4; i++) {
            assertThat(log.reward(i)).isEqualTo(rewards[i]);
            assertThat(log.position(i)).isEqualTo(positions[i]);
            assertThat(log.propensity(i)).isEqualTo(propensities[i]);
        }
        SlateFeedback slates = impressions.slates();
        assertThat(slates.slates()).isEqualTo(3);
        assertThat(slates.length(0)).isEqualTo(2);
        assertThat(slates.action(0, 1)).isEqualTo(1);
        assertThat(slates.reward(0, 1)).isEqualTo(1);
    }

    @Test
    void impressionsWithoutPropensityAreLeftOutAndCounted() {
        event("ann", "x", "impression", 100, Double.NaN);
        event("ann", "y", "impression", 100, 0.5);

        LoggedImpressions impressions = read(DAY);

        assertThat(impressions.withoutPropensity()).isEqualTo(1);
        assertThat(impressions.rounds().rounds()).isEqualTo(1);
    }

    @Test
    void aLogThatSaysNothingOfPropensitiesIsRefused() {
        event("ann", "x", "impression", 100, Double.NaN);
        event("ann", "x", "click", 101, Double.NaN);

        assertThatThrownBy(() -> read(DAY))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("has 1 impressions, but none says how likely it was")
                .hasMessageContaining("as the value of its impression");
    }

    @Test
    void aValueThatIsNoProbabilityIsRefusedWithItsEvent() {
        event("ann", "x", "impression", 100, 1.5);

        assertThatThrownBy(() -> read(DAY))
                .isInstanceOf(KindredException.class)
                .hasMessage("the impression 'e0': the propensity is 1.5; it must be above 0 and at most 1");
    }

    @Test
    void aNegativeWindowIsRefused() {
        assertThatThrownBy(() -> new LoggedImpressions(-1)).hasMessageContaining("-1 seconds");
    }
}
