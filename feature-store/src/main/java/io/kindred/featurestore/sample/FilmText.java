package io.kindred.featurestore.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the words of one catalogue: unique titles, names of people, descriptions of two or three sentences.
 * The words come from {@code film-text.txt} beside this class. Not thread-safe.
 */
final class FilmText {
    private static final String RESOURCE = "film-text.txt";
    private static final String ANY = "any";
    private static final double WITH_MIDDLE = 0.8;
    private static final int ATTEMPTS = 200;
    private static final int LONGEST_TITLE = 34;

    private final TextGrammar grammar;
    private final Set<String> people = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    FilmText() {
        grammar = TextGrammar.parse(lines());
    }

    private static List<String> lines() {
        try (InputStream in = FilmText.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + FilmText.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First name and surname; nobody else in this catalogue has both. */
    String newPerson(SampleRandom random) {
        String name = person(random);
        for (int i = 0; i < ATTEMPTS && people.contains(name); i++) {
            name = person(random);
        }
        return distinct(name, people);
    }

    private String person(SampleRandom random) {
        List<String> sections = List.of(ANY);
        return grammar.write("first", sections, Map.of(), random)
                + ' '
                + grammar.write("surname", sections, Map.of(), random);
    }

    /** A title no other film of this catalogue has. */
    String newTitle(Genre genre, SampleRandom random) {
        String title = title(genre, random);
        for (int i = 0; i < ATTEMPTS && (title.length() > LONGEST_TITLE || titles.contains(title)); i++) {
            title = title(genre, random);
        }
        return distinct(title, titles);
    }

    private String title(Genre genre, SampleRandom random) {
        return EnglishWords.title(grammar.write("title", List.of(genre.token(), ANY), Map.of(), random));
    }

    /** Adds a number where even many attempts gave nothing new, which takes an enormous catalogue. */
    private static String distinct(String text, Set<String> taken) {
        String result = text;
        for (int part = 2; !taken.add(result); part++) {
            result = text + ' ' + part;
        }
        return result;
    }

    /** What the film is about; its genres and its mood can be told from the words. */
    String description(List<Genre> genres, Mood mood, SampleRandom random) {
        Genre main = genres.getFirst();
        List<String> sections = List.of(main.token(), mood.token(), ANY);
        Map<String, String> bound = Map.of(
                "hero", grammar.write("first", sections, Map.of(), random),
                "place", grammar.write("place", sections, Map.of(), random),
                "genre", main.noun(),
                "flavour", grammar.write("flavour", List.of(genres.getLast().token()), Map.of(), random));
        StringBuilder text = new StringBuilder(sentence("opening", sections, bound, random));
        if (random.chance(WITH_MIDDLE)) {
            text.append(' ').append(sentence("middle", sections, bound, random));
        }
        return text.append(' ')
                .append(sentence("closing", sections, bound, random))
                .toString();
    }

    private String sentence(String symbol, List<String> sections, Map<String, String> bound, SampleRandom random) {
        return EnglishWords.sentence(grammar.write(symbol, sections, bound, random));
    }
}
