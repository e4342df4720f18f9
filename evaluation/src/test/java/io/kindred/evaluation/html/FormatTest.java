package io.kindred.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | 0.32541 | 0.3254",
                "NUMBER | 12.3456 | 12.35",
                "NUMBER | 1234.4 | 1,234",
                "NUMBER | 0.00001234 | 1.2e-05",
                "NUMBER | 0 | 0.0000",
                "NUMBER | NaN | –",
                "COUNT | 12345 | 12,345",
                "SHARE | 0.2534 | 25.3%",
                "SECONDS | 0.24 | 240 ms",
                "SECONDS | 3.44 | 3.4 s",
                "SECONDS | 61 | 61 s",
                "SECONDS | 700 | 12 min",
                "SECONDS | 9000 | 2.5 h",
                "MEGABYTES | 1536.2 | 1,536 MB",
            })
    void figuresAreWrittenInTheUnitThatSuits(Format format, double value, String text) {
        assertThat(format.text(value)).isEqualTo(text);
    }
}
