package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DecimalsTest {

    @Test
    void writesAFixedNumberOfDigits() {
        assertThat(Decimals.format(3.5, 1)).isEqualTo("3.5");
        assertThat(Decimals.format(-0.000_123, 6)).isEqualTo("-0.000123");
        assertThat(Decimals.format(12, 0)).isEqualTo("12");
        assertThat(Decimals.format(0.000_000_04, 6)).isEqualTo("0.000000");
        assertThat(Decimals.format(99.999_96, 4)).isEqualTo("100.0000");
    }

    @Property
    void quantisedNumbersReadBackAsThemselves(
            @ForAll @DoubleRange(min = -1000, max = 1000) double value,
            @ForAll @IntRange(min = 0, max = 10) int digits) {
        double quantised = Decimals.quantised(value, digits);

        assertThat(Double.parseDouble(Decimals.format(quantised, digits))).isEqualTo(quantised);
    }

    @Property
    void formatAgreesWithBigDecimal(@ForAll @DoubleRange(min = 0, max = 1) double value) {
        double quantised = Decimals.quantised(value, 6);

        assertThat(Decimals.format(quantised, 6))
                .isEqualTo(new BigDecimal(quantised)
                        .setScale(6, RoundingMode.HALF_EVEN)
                        .toPlainString());
    }
}
