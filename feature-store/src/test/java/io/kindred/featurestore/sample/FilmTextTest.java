package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FilmTextTest {

    @ParameterizedTest
    @EnumSource(Genre.class)
    void everyGenreAndMoodHasWordsForAllItsPatterns(Genre genre) {
        FilmText text = new FilmText();
        SampleRandom random = new SampleRandom(11);
        for (Mood mood : Mood.values()) {
            for (int i = 0; i < 60; i++) {
                String title = text.newTitle(genre, random);
                String description = text.description(List.of(genre, Genre.DRAMA), mood, random);

                assertThat(title).isNotBlank().doesNotContain("{", "}", "|", "\t", "  ");
                assertThat(title).matches("[A-Z0-9].*");
                assertThat(description)
                        .doesNotContain("{", "}", "|", "\t", "  ")
                        .endsWith(".")
                        .matches("[A-Z].*");
                assertThat(description.length()).isBetween(50, 420);
            }
        }
    }

    @Test
    void titlesAndPeopleAreUnique() {
        FilmText text = new FilmText();
        SampleRandom random = new SampleRandom(12);
        Set<String> titles = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            titles.add(text.newTitle(Genre.MUSICAL, random));
            people.add(text.newPerson(random));
        }

        assertThat(titles).hasSize(3_000);
        assertThat(people).hasSize(3_000);
    }
}
