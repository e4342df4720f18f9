package io.kindred.featurestore.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Invents the films: people first, then for each film its director, genres and mood, when it came out, and
 * last the words. Directors have a home genre, to which six in ten of their films belong.
 */
final class CatalogueGenerator {
    private static final int FILMS_PER_DIRECTOR = 8;
    private static final double AT_HOME = 0.6;
    private static final double[] GENRE_COUNTS = {0.35, 0.45, 0.20};
    private static final double MEAN_AGE_YEARS = 14;
    private static final int OLDEST_YEAR = 1950;
    /** Share of films that premiere during the period, and the part of it in which they do. */
    private static final double PREMIERE_SHARE = 0.12;

    private static final double PREMIERE_FROM = 0.05;
    private static final double PREMIERE_UNTIL = 0.85;
    private static final long COMING_SOON = 60 * SampleParameters.DAY;

    private final SampleParameters parameters;
    private final FilmText text;

    CatalogueGenerator(SampleParameters parameters) {
        this.parameters = parameters;
        text = new FilmText();
    }

    List<Film> generate() {
        int items = parameters.items();
        boolean[] cold = new boolean[items];
        int[] order = SampleRandom.stream(parameters.seed(), "cold items", 0).permutation(items);
        for (int i = 0; i < parameters.coldItems(); i++) {
            cold[order[i]] = true;
        }
        List<Director> directors = directors(Math.max(2, items / FILMS_PER_DIRECTOR));
        List<Film> films = new ArrayList<>(items);
        SampleIds ids = new SampleIds('f', items);
        for (int item = 0; item < items; item++) {
            films.add(film(item, ids.of(item), directors, cold[item]));
        }
        return films;
    }

    private List<Director> directors(int count) {
        SampleRandom random = SampleRandom.stream(parameters.seed(), "directors", 0);
        List<Director> directors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            directors.add(new Director(text.newPerson(random), new GenreUrn(Genre::weight).draw(random)));
        }
        return directors;
    }

    private Film film(int item, String id, List<Director> directors, boolean cold) {
        SampleRandom random = SampleRandom.stream(parameters.seed(), "catalogue", item);
        Director director = random.pick(directors);
        List<Genre> genres = genres(director, random);
        Mood mood = random.pick(List.of(Mood.values()));
        long premiere = premiere(cold, random);
        int year = premiere > parameters.start() ? yearOf(premiere) : olderYear(random);
        int runtime = Math.clamp((int) Math.rint(104 + 17 * random.gaussian()), 68, 187);
        SampleRandom words = SampleRandom.stream(parameters.seed(), "words", item);
        String title = text.newTitle(genres.getFirst(), words);
        String description = text.description(genres, mood, words);
        return new Film(item, id, title, year, runtime, genres, mood, director.name(), description, premiere, cold);
    }

    private List<Genre> genres(Director director, SampleRandom random) {
        GenreUrn urn = new GenreUrn(Genre::weight);
        int count = 1 + random.weighted(GENRE_COUNTS);
        List<Genre> genres = new ArrayList<>();
        genres.add(random.chance(AT_HOME) ? urn.take(director.home()) : urn.draw(random));
        while (genres.size() < count) {
            genres.add(urn.draw(random));
        }
        return genres;
    }

    private long premiere(boolean cold, SampleRandom random) {
        if (cold) {
            return parameters.end() + (long) (random.uniform() * COMING_SOON);
        }
        if (random.chance(PREMIERE_SHARE)) {
            double length = parameters.end() - parameters.start();
            return parameters.start() + (long) (random.uniform(PREMIERE_FROM, PREMIERE_UNTIL) * length);
        }
        return parameters.start();
    }

    private int olderYear(SampleRandom random) {
        int latest = yearOf(parameters.start()) - 1;
        return Math.max(Math.min(OLDEST_YEAR, latest), latest - (int) random.exponential(MEAN_AGE_YEARS));
    }

    private static int yearOf(long time) {
        return Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC).getYear();
    }

    private record Director(String name, Genre home) {}
}
