package io.kindred.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AshaTest {
    @Test
    void rungsAreThePowersOfEtaFromTheFirst() {
        Asha asha = new Asha(2, 3);
        assertThat(IntStream.rangeClosed(1, 60).filter(asha::measures)).containsExactly(2, 6, 18, 54);
    }

    @Test
    void theBestShareGoesOn() {
        Asha asha = new Asha(1, 4);
        List<Double> values = List.of(.1, .2, .3, .4, .5, .6, .7, .8);
        assertThat(asha.stops(.8, values, Direction.MAXIMIZE)).isFalse();
        assertThat(asha.stops(.7, values, Direction.MAXIMIZE)).isFalse();
        assertThat(asha.stops(.6, values, Direction.MAXIMIZE)).isTrue();
        assertThat(asha.stops(.2, values, Direction.MINIMIZE)).isFalse();
        assertThat(asha.stops(.3, values, Direction.MINIMIZE)).isTrue();
    }

    @Test
    void ofFewOnlyTheBestGoesOn() {
        Asha asha = new Asha(1, 4);
        assertThat(asha.stops(.5, List.of(.5), Direction.MAXIMIZE)).isFalse();
        assertThat(asha.stops(.5, List.of(.5, .4), Direction.MAXIMIZE)).isFalse();
        assertThat(asha.stops(.4, List.of(.5, .4), Direction.MAXIMIZE)).isTrue();
    }

    @Test
    void whatIsNoNumberStopsAndIsNoCompetitor() {
        Asha asha = new Asha(1, 2);
        assertThat(asha.stops(Double.NaN, List.of(Double.NaN), Direction.MAXIMIZE))
                .isTrue();
        assertThat(asha.stops(.1, List.of(Double.NaN, .1), Direction.MINIMIZE)).isFalse();
    }

    @Test
    void errorsAreToBeSmallAndRankingMetricsLarge() {
        assertThat(Direction.of("rmse")).isEqualTo(Direction.MINIMIZE);
        assertThat(Direction.of("ndcg@10")).isEqualTo(Direction.MAXIMIZE);
        assertThat(Direction.MAXIMIZE.better(0.1, Double.NaN)).isTrue();
        assertThat(Direction.MINIMIZE.better(Double.NaN, 0.1)).isFalse();
    }

    @Test
    void refusesRungsThatDoNotGrow() {
        assertThatThrownBy(() -> new Asha(1, 1))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("eta 1");
    }
}
