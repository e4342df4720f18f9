package io.kindred.featurestore.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The small parts that readers are made of. */
class ImportPartsTest {
    @Property(tries = 1000)
    void numbersAreReadAsTheJdkReadsThem(@ForAll @DoubleRange(min = -1e9, max = 1e9) double number) {
        String text = Double.toString(number);

        assertThat(ColumnStatistics.number(text)).isEqualTo(number);
    }

    @Property(tries = 1000)
    void plainDecimalsAreReadAsTheJdkReadsThem(
            @ForAll @IntRange(min = 0) int whole, @ForAll @IntRange(min = 0, max = 9_999_999) int fraction) {
        String text = whole + "." + fraction;

        assertThat(ColumnStatistics.number(text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void textThatOnlyJavaTakesForANumberIsNone() {
        for (String text : List.of("", "-", ".", "1d", "0x1p3", "1_000", "1,5", "1 2", "--1", "1e")) {
            assertThat(ColumnStatistics.number(text)).as(text).isNaN();
        }
        assertThat(ColumnStatistics.number("NaN")).isInfinite();
        assertThat(ColumnStatistics.number("1e400")).isInfinite();
    }

    @Test
    void theUnitOfTimesIsChosenByTheirSize() {
        assertThat(TimeFormat.detect(List.of("1433221332", "0"))).isEqualTo(TimeFormat.SECONDS);
        assertThat(TimeFormat.detect(List.of("1433221332117", "1433221332118", "5")))
                .isEqualTo(TimeFormat.MILLISECONDS);
        assertThat(TimeFormat.detect(List.of("1433221332117000"))).isEqualTo(TimeFormat.MICROSECONDS);
        assertThat(TimeFormat.detect(List.of("1433221332117000000"))).isEqualTo(TimeFormat.NANOSECONDS);
        assertThat(TimeFormat.detect(List.of("2015-06-02 05:02:12"))).isEqualTo(TimeFormat.ISO_8601);
        assertThat(TimeFormat.detect(List.of())).isEqualTo(TimeFormat.SECONDS);
    }

    @Test
    void isoDatesWithAndWithoutOffsetAreRead() {
        assertThat(iso("1970-01-02")).isEqualTo(86_400);
        assertThat(iso("1970-01-01T00:01:00")).isEqualTo(60);
        assertThat(iso("1970-01-01 01:00:00+01:00")).isZero();
        assertThat(iso("2019-11-24 00:00:20.525155+00:00")).isEqualTo(1_574_553_620);
        assertThat(iso("1970-13-01")).isEqualTo(TimeFormat.NOT_A_TIME);
    }

    private static long iso(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return TimeFormat.ISO_8601.parse(bytes, 0, bytes.length);
    }

    @Test
    void everyRepeatIsFoundUpToTheCapacityAndThenWithinTheWindow() {
        DuplicateFilter filter = new DuplicateFilter(2000);
        for (long i = 0; i < 1999; i++) {
            assertThat(filter.addIfNew(DuplicateFilter.mix(i))).isTrue();
        }
        for (long i = 0; i < 1999; i++) {
            assertThat(filter.addIfNew(DuplicateFilter.mix(i))).isFalse();
        }
        assertThat(filter.exact()).isTrue();

        for (long i = 1999; i < 10_000; i++) {
            assertThat(filter.addIfNew(DuplicateFilter.mix(i))).isTrue();
            assertThat(filter.addIfNew(DuplicateFilter.mix(i - 900))).isFalse();
        }
        assertThat(filter.exact()).isFalse();
        assertThat(filter.window()).isEqualTo(1000);
    }

    @Test
    void linesEndWithLineFeedWithCarriageReturnBeforeItOrWithTheFile() throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader =
                new LineReader(new ByteArrayInputStream("a\r\n\nb\rc\nlast".getBytes(StandardCharsets.UTF_8)), "x")) {
            while (reader.next()) {
                lines.add(reader.number() + ":" + Utf8.string(reader.buffer(), reader.start(), reader.end()));
            }
        }

        assertThat(lines).containsExactly("1:a", "2:", "3:b\rc", "4:last");
    }

    @Test
    void unprintableTextIsShownEscapedAndCut() {
        assertThat(DisplayText.of("a\tb\u0000\u001b\u202e\u2028é")).isEqualTo("a\\tb\\x00\\x1b\\u202e\\u2028é");
        assertThat(DisplayText.of("x".repeat(300))).hasSize(201).endsWith("…");
    }

    @Test
    void thePartIsReadFromWordsOfTheFileName() {
        assertThat(Part.fromFileName("train.txt")).contains(Part.TRAIN);
        assertThat(Part.fromFileName("test_sessions.txt")).contains(Part.TEST);
        assertThat(Part.fromFileName("data.valid.inter")).contains(Part.VALID);
        assertThat(Part.fromFileName("training-log.csv")).contains(Part.TRAIN);
        assertThat(Part.fromFileName("trainspotting.csv")).isEmpty();
        assertThat(Part.fromFileName("train-test.csv")).isEmpty();
    }
}
