package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnglishWordsTest {

    @ParameterizedTest
    @CsvSource({
        "actor, an actor",
        "judge, a judge",
        "union clerk, a union clerk",
        "honest dread, an honest dread",
        "Umbrella, an Umbrella",
        "one-room flat, a one-room flat"
    })
    void article(String noun, String expected) {
        assertThat(EnglishWords.withArticle(noun)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dog, dogs",
        "ferry, ferries",
        "key, keys",
        "compass, compasses",
        "fox, foxes",
        "torch, torches",
        "gallows, gallows",
        "bush, bushes"
    })
    void plural(String noun, String expected) {
        assertThat(EnglishWords.plural(noun)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the bell of the town | The Bell of the Town",
                "what to look for | What to Look For",
                "of mice, of moths | Of Mice, Of Moths"
            })
    void title(String phrase, String expected) {
        assertThat(EnglishWords.title(phrase)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"so it ends, So it ends", "'', ''"})
    void sentence(String phrase, String expected) {
        assertThat(EnglishWords.sentence(phrase)).isEqualTo(expected);
    }
}
