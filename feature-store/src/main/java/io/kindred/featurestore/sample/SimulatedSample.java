package io.kindred.featurestore.sample;

import java.util.List;

/**
 * A world and what was observed in it.
 *
 * @param world films, viewers and truth
 * @param sessions number of sessions
 * @param slates number of slates shown
 * @param interactions what was watched, by time, then viewer
 * @param impressions what was recommended, by time, then viewer, then position
 */
public record SimulatedSample(
        FilmWorld world, int sessions, int slates, List<Interaction> interactions, List<Impression> impressions) {
    public SimulatedSample {
        interactions = List.copyOf(interactions);
        impressions = List.copyOf(impressions);
    }
}
