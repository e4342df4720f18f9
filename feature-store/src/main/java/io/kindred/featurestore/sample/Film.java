package io.kindred.featurestore.sample;

import java.util.List;

/**
 * One film of the simulated catalogue; everything in it is invented.
 *
 * @param index dense index, 0 .. items-1
 * @param id id in files, such as {@code f0042}
 * @param title unique within a catalogue
 * @param releaseYear calendar year of the first release
 * @param runtime minutes
 * @param genres one to three genres, the main one first
 * @param mood tone of the film
 * @param director invented person
 * @param description two or three sentences
 * @param premiere Unix seconds from which the film can be watched
 * @param cold true if the film premieres after the simulated period and so has no events
 */
public record Film(
        int index,
        String id,
        String title,
        int releaseYear,
        int runtime,
        List<Genre> genres,
        Mood mood,
        String director,
        String description,
        long premiere,
        boolean cold) {

    public Film {
        genres = List.copyOf(genres);
    }

    /** The genre that comes first. */
    public Genre mainGenre() {
        return genres.getFirst();
    }

    /** Path of the poster within the sample folder. */
    public String poster() {
        return "posters/" + id + ".svg";
    }
}
