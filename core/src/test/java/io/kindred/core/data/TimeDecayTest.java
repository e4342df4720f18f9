package io.kindred.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeDecayTest {
    private static final long DAY = 86_400;
    private static final Vocabulary USERS = Vocabulary.of(List.of("a", "b"));
    private static final Vocabulary ITEMS = Vocabulary.of(List.of("x", "y"));

    @Test
    void aValueHalvesWithEveryHalfLife() {
        Interactions interactions = Interactions.builder(USERS, ITEMS, TimeKind.TIMESTAMP)
                .add(0, 0, 4f, 1_000_000_000)
                .add(0, 1, 4f, 1_000_000_000 + 30 * DAY)
                .add(1, 0, 1f, 1_000_000_000 + 45 * DAY)
                .add(1, 1, 3f, 1_000_000_000 + 60 * DAY)
                .build();

        SparseRows decayed = new TimeDecay(30).applyTo(interactions).byUser();

        assertThat(decayed.value(0)).isEqualTo(1f, within(1e-6f));
        assertThat(decayed.value(1)).isEqualTo(2f, within(1e-6f));
        assertThat(decayed.value(2)).isEqualTo((float) Math.sqrt(0.5), within(1e-6f));
        assertThat(decayed.value(3)).isEqualTo(3f);
        assertThat(decayed.time(3)).isEqualTo(1_000_000_000 + 60 * DAY);
    }

    @Test
    void whatIsVeryOldStillCounts() {
        Interactions interactions = Interactions.builder(USERS, ITEMS, TimeKind.TIMESTAMP)
                .add(0, 0, 1f, 0)
                .add(1, 1, 1f, 1_700_000_000)
                .build();

        assertThat(new TimeDecay(1).applyTo(interactions).byUser().value(0)).isPositive();
    }

    @Test
    void dataWithoutTimestampsAreRefused() {
        Interactions ordered =
                Interactions.builder(USERS, ITEMS, TimeKind.ORDER).add(0, 0).build();

        assertThatThrownBy(() -> new TimeDecay(30).applyTo(ordered))
                .isInstanceOf(KindredException.class)
                .hasMessage("a half-life of 30.0 days needs timestamps; these data have only an order");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 40_000})
    void aHalfLifeOutOfRangeIsNamed(double days) {
        assertThatThrownBy(() -> new TimeDecay(days))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining(String.valueOf(days));
    }
}
