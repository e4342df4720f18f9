package io.kindred.models.deep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void aConstantStaysWhatItIs() {
        assertThat(Schedule.constant(0.01).at(1, 100)).isEqualTo(0.01);
        assertThat(Schedule.constant(0.01).at(100, 100)).isEqualTo(0.01);
    }

    @Test
    void itGrowsLinearlyToThePeakAndFallsToTheEnd() {
        Schedule linear = new Schedule(1, 3, Schedule.Decay.LINEAR, 0.2);

        assertThat(linear.at(1, 11)).isEqualTo(0.25);
        assertThat(linear.at(3, 11)).isEqualTo(0.75);
        assertThat(linear.at(7, 11)).isCloseTo(0.6, within(1e-12));
        assertThat(linear.at(11, 11)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aCosineIsHalfWayDownInTheMiddle() {
        Schedule cosine = new Schedule(2, 0, Schedule.Decay.COSINE, 0);

        assertThat(cosine.at(5, 10)).isCloseTo(1, within(1e-12));
        assertThat(cosine.at(10, 10)).isCloseTo(0, within(1e-12));
    }
}
