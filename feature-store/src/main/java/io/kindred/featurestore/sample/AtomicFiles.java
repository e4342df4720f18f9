package io.kindred.featurestore.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of a sample as RecBole atomic files: tab-separated, the first line is {@code name:type}, a missing
 * value is an empty field, lines end with a line feed.
 */
final class AtomicFiles {
    private static final int PROPENSITY_DIGITS = 10;

    private AtomicFiles() {}

    static void writeUsers(FilmWorld world, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("user_id:token\tage_group:token\tregion:token\tdevice:token\tstated_genres:token_seq"
                    + "\tsignup:float\n");
            for (Viewer viewer : world.viewers()) {
                row(
                        out,
                        viewer.id(),
                        viewer.ageGroup(),
                        viewer.region(),
                        viewer.device(),
                        tokens(viewer.statedGenres()),
                        Long.toString(viewer.signup()));
            }
        }
    }

    static void writeItems(FilmWorld world, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("item_id:token\ttitle:token_seq\trelease_year:float\tgenres:token_seq\tmood:token"
                    + "\tdirector:token\truntime:float\tpremiere:float\tdescription:token_seq\tposter:token\n");
            for (Film film : world.films()) {
                row(
                        out,
                        film.id(),
                        film.title(),
                        Integer.toString(film.releaseYear()),
                        tokens(film.genres()),
                        film.mood().token(),
                        film.director(),
                        Integer.toString(film.runtime()),
                        Long.toString(film.premiere()),
                        film.description(),
                        film.poster());
            }
        }
    }

    private static String tokens(List<Genre> genres) {
        return genres.stream().map(Genre::token).collect(Collectors.joining(" "));
    }

    static void writeInteractions(SimulatedSample sample, Path file) throws IOException {
        List<Viewer> viewers = sample.world().viewers();
        List<Film> films = sample.world().films();
        SampleIds sessions = new SampleIds('s', sample.sessions());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("user_id:token\titem_id:token\trating:float\ttimestamp:float\tevent_type:token"
                    + "\tsession_id:token\tsource:token\n");
            for (Interaction interaction : sample.interactions()) {
                row(
                        out,
                        viewers.get(interaction.user()).id(),
                        films.get(interaction.item()).id(),
                        interaction.rated() ? Decimals.format(interaction.rating(), 1) : "",
                        Long.toString(interaction.time()),
                        interaction.rated() ? "rate" : "view",
                        sessions.of(interaction.session() - 1),
                        interaction.recommended() ? "slate" : "browse");
            }
        }
    }

    static void writeImpressions(SimulatedSample sample, Path file) throws IOException {
        List<Viewer> viewers = sample.world().viewers();
        List<Film> films = sample.world().films();
        SampleIds sessions = new SampleIds('s', sample.sessions());
        SampleIds slates = new SampleIds('l', sample.slates());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("user_id:token\titem_id:token\ttimestamp:float\tsession_id:token\tslate_id:token"
                    + "\tposition:float\tpropensity:float\tcandidates:float\tclicked:float\n");
            for (Impression impression : sample.impressions()) {
                row(
                        out,
                        viewers.get(impression.user()).id(),
                        films.get(impression.item()).id(),
                        Long.toString(impression.time()),
                        sessions.of(impression.session() - 1),
                        slates.of(impression.slate() - 1),
                        Integer.toString(impression.position()),
                        Decimals.format(impression.propensity(), PROPENSITY_DIGITS),
                        Integer.toString(impression.candidates()),
                        impression.clicked() ? "1" : "0");
            }
        }
    }

    private static void row(BufferedWriter out, String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.write('\t');
            }
            out.write(fields[i]);
        }
        out.write('\n');
    }
}
