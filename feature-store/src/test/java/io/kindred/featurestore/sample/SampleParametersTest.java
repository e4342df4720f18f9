package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import org.junit.jupiter.api.Test;

final class SampleParametersTest {

    @Test
    void pinsEveryDefault() {
        assertThat(SampleParameters.defaults())
                .isEqualTo(new SampleParameters(
                        2000,
                        1200,
                        40,
                        30,
                        1704067200L,
                        548,
                        42,
                        16,
                        90,
                        0.35,
                        1.3,
                        18,
                        30,
                        2.2,
                        0.45,
                        5,
                        0.6,
                        0.1,
                        3.5,
                        0.7));
    }

    @Test
    void mapHasEveryParameterByName() {
        assertThat(SampleParameters.defaults().asMap())
                .hasSize(20)
                .containsEntry("users", 2000)
                .containsEntry("start", 1704067200L)
                .containsEntry("policyPopularity", 0.7);
    }

    @Test
    void sizeKeepsTheShareOfColdUsersAndItems() {
        SampleParameters small = SampleParameters.defaults().withSize(500, 400, 100);

        assertThat(small.coldUsers()).isEqualTo(10);
        assertThat(small.coldItems()).isEqualTo(10);
        assertThat(small.epochs()).isEqualTo(2);
        assertThat(small.end()).isEqualTo(1704067200L + 100 * 86_400);
    }

    @Test
    void namesTheOffendingValueAndTheLegalOnes() {
        assertThatThrownBy(() -> SampleParameters.defaults().withSize(5, 400, 100))
                .isInstanceOf(KindredException.class)
                .hasMessage("sample parameter 'users' is 5; it must be between 10 and 50000");
    }

    @Test
    void refusesNotANumber() {
        assertThatThrownBy(() -> new SampleParameters(
                        2000,
                        1200,
                        40,
                        30,
                        0,
                        548,
                        42,
                        16,
                        90,
                        Double.NaN,
                        1.2,
                        14,
                        30,
                        2.2,
                        0.45,
                        5,
                        0.6,
                        0.1,
                        3.5,
                        0.7))
                .isInstanceOf(KindredException.class)
                .hasMessage("sample parameter 'drift' is NaN; it must be between 0 and 1");
    }

    @Test
    void coldUsersAreAtMostHalf() {
        assertThatThrownBy(() -> new SampleParameters(
                        2000, 1200, 1001, 30, 0, 548, 42, 16, 90, 0.3, 1.2, 14, 30, 2.2, 0.45, 5, 0.6, 0.1, 3.5, 0.7))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'coldUsers' is 1001; it must be between 0 and 1000");
    }
}
