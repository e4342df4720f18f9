package io.kindred.featurestore.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The latent space in which films have a place and viewers a taste.
 *
 * <p>Genres, moods and directors are random unit vectors of length {@code factors}. A film is a mixture of its
 * own, plus a part that no feature tells:
 *
 * <pre>q_i = unit( g_1 + 0.6 g_2 + 0.4 g_3 + 0.5 m + 0.4 s + 0.35 n ),   n a random unit vector</pre>
 *
 * A taste is a mixture of favourite genres and moods, plus a part of its own:
 *
 * <pre>p_u = unit( g_1 + 0.6 g_2 + 0.4 g_3 + 0.45 m_1 + 0.45 m_2 + 0.3 n )</pre>
 *
 * Everything is a unit vector, so the affinity {@code p_u . q_i} is a cosine. Content explains much of it and
 * collaboration the rest. Immutable and thread-safe.
 */
final class TasteSpace {
    private static final double[] GENRE_SHARES = {1.0, 0.6, 0.4};
    private static final double FILM_MOOD = 0.5;
    private static final double FILM_STYLE = 0.4;
    private static final double FILM_OWN = 0.35;
    private static final double VIEWER_MOOD = 0.45;
    private static final double VIEWER_OWN = 0.3;
    private static final int VIEWER_MOODS = 2;

    private final long seed;
    private final int factors;
    private final Map<Genre, double[]> genres = new EnumMap<>(Genre.class);
    private final Map<Mood, double[]> moods = new EnumMap<>(Mood.class);

    TasteSpace(SampleParameters parameters) {
        seed = parameters.seed();
        factors = parameters.factors();
        for (Genre genre : Genre.values()) {
            genres.put(genre, unitVector(SampleRandom.stream(seed, "genre " + genre.token(), 0)));
        }
        for (Mood mood : Mood.values()) {
            moods.put(mood, unitVector(SampleRandom.stream(seed, "mood " + mood.token(), 0)));
        }
    }

    /** Direction of a genre; callers must not change it. */
    double[] genre(Genre genre) {
        return genres.get(genre);
    }

    /** Place of a film, a unit vector. */
    double[] place(Film film) {
        double[] place = new double[factors];
        addGenres(place, film.genres());
        add(place, FILM_MOOD, moods.get(film.mood()));
        // the style belongs to the person: the same name gives the same vector
        add(place, FILM_STYLE, unitVector(SampleRandom.stream(seed, "director " + film.director(), 0)));
        add(place, FILM_OWN, unitVector(SampleRandom.stream(seed, "film", film.index())));
        return unit(place);
    }

    /** A fresh taste of somebody of the given age group, a unit vector. */
    double[] taste(int ageGroup, SampleRandom random) {
        double[] taste = new double[factors];
        addGenres(taste, favourites(ageGroup, random));
        for (int i = 0; i < VIEWER_MOODS; i++) {
            add(taste, VIEWER_MOOD, moods.get(random.pick(List.of(Mood.values()))));
        }
        add(taste, VIEWER_OWN, unitVector(random));
        return unit(taste);
    }

    /** One step of drift towards a fresh taste: {@code unit( sqrt(1 - drift^2) p + drift fresh )}. */
    double[] drifted(double[] taste, double drift, int ageGroup, SampleRandom random) {
        double[] next = new double[factors];
        add(next, Math.sqrt(1 - drift * drift), taste);
        add(next, drift, taste(ageGroup, random));
        return unit(next);
    }

    private static List<Genre> favourites(int ageGroup, SampleRandom random) {
        double age = ageGroup / (Viewer.AGE_GROUPS.size() - 1.0);
        GenreUrn urn = new GenreUrn(genre -> genre.weight() * StrictMath.exp(genre.youth() * (1 - 2 * age)));
        int count = 1 + random.below(GENRE_SHARES.length);
        List<Genre> favourites = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            favourites.add(urn.draw(random));
        }
        return favourites;
    }

    private void addGenres(double[] vector, List<Genre> ordered) {
        for (int i = 0; i < ordered.size(); i++) {
            add(vector, GENRE_SHARES[i], genre(ordered.get(i)));
        }
    }

    private double[] unitVector(SampleRandom random) {
        double[] vector = new double[factors];
        for (int i = 0; i < factors; i++) {
            vector[i] = random.gaussian();
        }
        return unit(vector);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] sum, double factor, double[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private static double[] unit(double[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
        return vector;
    }
}
