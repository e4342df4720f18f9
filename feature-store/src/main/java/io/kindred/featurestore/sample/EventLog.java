package io.kindred.featurestore.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what happens, to one viewer or to all, and numbers sessions and slates from 1. Not thread-safe. */
final class EventLog {
    private static final Comparator<Interaction> INTERACTION_ORDER =
            Comparator.comparingLong(Interaction::time).thenComparingInt(Interaction::user);
    private static final Comparator<Impression> IMPRESSION_ORDER = Comparator.comparingLong(Impression::time)
            .thenComparingInt(Impression::user)
            .thenComparingInt(Impression::position);

    private final List<Interaction> interactions = new ArrayList<>();
    private final List<Impression> impressions = new ArrayList<>();
    private int sessions;
    private int slates;

    int newSession() {
        return ++sessions;
    }

    int newSlate() {
        return ++slates;
    }

    void add(Interaction interaction) {
        interactions.add(interaction);
    }

    void add(Impression impression) {
        impressions.add(impression);
    }

    /** Takes over another log after what is here already; its sessions and slates get new numbers. */
    void append(EventLog other) {
        for (Interaction one : other.interactions) {
            interactions.add(new Interaction(
                    one.user(), one.item(), one.rating(), one.time(), sessions + one.session(), one.recommended()));
        }
        for (Impression one : other.impressions) {
            impressions.add(new Impression(
                    one.user(),
                    one.time(),
                    sessions + one.session(),
                    slates + one.slate(),
                    one.position(),
                    one.item(),
                    one.propensity(),
                    one.candidates(),
                    one.clicked()));
        }
        sessions += other.sessions;
        slates += other.slates;
    }

    /** Everything so far, each kind in order of time. */
    SimulatedSample sample(FilmWorld world) {
        interactions.sort(INTERACTION_ORDER);
        impressions.sort(IMPRESSION_ORDER);
        return new SimulatedSample(world, sessions, slates, interactions, impressions);
    }
}
