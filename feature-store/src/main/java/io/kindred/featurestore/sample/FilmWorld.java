package io.kindred.featurestore.sample;

import java.util.List;

/**
 * The simulated world before anything has happened: films, viewers, and the truth about them. Serves as an
 * environment for interactive experiments as well as the ground of the bundled sample. Immutable.
 *
 * @param parameters what the world was made from
 * @param films the catalogue, by dense index
 * @param viewers the audience, by dense index
 * @param truth click probabilities and what they come from
 */
public record FilmWorld(SampleParameters parameters, List<Film> films, List<Viewer> viewers, SimulatedTruth truth) {
    public FilmWorld {
        films = List.copyOf(films);
        viewers = List.copyOf(viewers);
    }
}
