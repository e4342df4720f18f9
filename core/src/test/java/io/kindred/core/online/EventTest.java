package io.kindred.core.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | u | i | view | 0 | 1 | the event has no id",
                "'' | u | i | view | 0 | 1 | the event has no id",
                "e | ' ' | i | view | 0 | 1 | the event has no user",
                "e | u | null | view | 0 | 1 | the event has no item",
                "e | u | i | null | 0 | 1 | the event type is 'null'",
                "e | u | i | View | 0 | 1 | the event type is 'View'",
                "e | u | i | add to cart | 0 | 1 | the event type is 'add to cart'",
                "e | u | i | view | -1 | 1 | the event time is -1",
                "e | u | i | view | 0 | Infinity | the event value is Infinity",
            })
    void anIllegalPartIsNamed(
            String id, String user, String item, String type, long time, double value, String message) {
        assertThatThrownBy(() -> new Event(id, user, item, type, time, value))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anIdOfTooManyBytesIsRefused() {
        String thousandCharactersOfThreeBytes = "\u20ac".repeat(1000);

        assertThatThrownBy(() -> new Event("e", thousandCharactersOfThreeBytes, "i", "view", 0, 1))
                .isInstanceOf(KindredException.class)
                .hasMessageEndingWith("has 3000 bytes; at most 1024 are allowed");
    }

    @Test
    void textThatIsNoUnicodeIsRefused() {
        String loneSurrogate = "a" + (char) 0xd800;

        assertThatThrownBy(() -> new Event("e", "u", loneSurrogate, "view", 0, 1))
                .isInstanceOf(KindredException.class)
                .hasMessage("the event's item has half of a surrogate pair in it; send valid Unicode");
    }

    @Test
    void onlyAnImpressionIsNoInteraction() {
        assertThat(new Event("e", "u", "i", "impression", 0, Double.NaN).isInteraction())
                .isFalse();
        assertThat(new Event("e", "u", "i", "add-to-cart", 0, Double.NaN).isInteraction())
                .isTrue();
    }
}
