package io.kindred.featurestore.sample;

import java.util.Arrays;

/**
 * Plays the whole history of one viewer: session after session, each perhaps with a slate of recommendations,
 * then with films the viewer finds without help.
 *
 * <p>Clicks follow {@link SimulatedTruth#clickProbability(int, int, long, int)}, own choices the {@link
 * BrowsingModel}. Every film clicked or chosen is watched, and from then on is no candidate any more. Not
 * thread-safe.
 */
final class ViewerHistory {
    private static final double RATING_NOISE = 0.45;
    private static final long SHORTEST_GAP = 60;
    private static final double CLICK_GAP = 15 * 60;
    private static final double BROWSE_GAP = 20 * 60;
    private static final long BETWEEN_SESSIONS = 1_800;
    private static final int PROPENSITY_DIGITS = 10;

    private final SampleParameters parameters;
    private final SimulatedTruth truth;
    private final LoggingPolicy policy;
    private final BrowsingModel browsing;
    private final EventLog log;
    private final int user;
    private final SampleRandom random;
    private final double ratingShare;
    /** 1 for films that can still be watched, 0 for the others; numbers, for they are multiplied with. */
    private final double[] unseen;

    private int epoch = -1;
    private double[] policyWeights = {};
    private double[] filmWeights = {};
    private double[] intentWeights = {};

    ViewerHistory(FilmWorld world, LoggingPolicy policy, BrowsingModel browsing, EventLog log, int user) {
        this.parameters = world.parameters();
        this.truth = world.truth();
        this.policy = policy;
        this.browsing = browsing;
        this.log = log;
        this.user = user;
        random = SampleRandom.stream(parameters.seed(), "history", user);
        ratingShare = parameters.ratingShare() * random.uniform(0.2, 1.8);
        unseen = new double[truth.items()];
        Arrays.fill(unseen, 1);
    }

    /** Plays sessions that begin at the given times, or later where the one before is not over yet. */
    void play(long[] starts) {
        long free = Long.MIN_VALUE;
        for (long wished : starts) {
            long start = Math.max(wished, free);
            if (start < parameters.end()) {
                free = playSession(start) + BETWEEN_SESSIONS;
            }
        }
    }

    /** Returns the time of the last thing that happened. */
    private long playSession(long start) {
        enterEpoch(truth.epochOf(start));
        int session = log.newSession();
        double[] candidate = new double[unseen.length];
        for (int item = 0; item < candidate.length; item++) {
            candidate[item] = truth.available(item, start) ? unseen[item] : 0;
        }
        int candidates = (int) LoggingPolicy.total(candidate);
        long time = start;
        if (candidates > parameters.slateSize() && random.chance(parameters.slateShare())) {
            time = playSlate(start, session, candidate, candidates);
        }
        double[] wishes = browsing.sessionWeights(filmWeights, random.weighted(intentWeights), candidate);
        int views = random.geometric(parameters.viewsPerSession());
        for (int i = 0; i < views; i++) {
            int item = random.weighted(wishes);
            time = later(time, BROWSE_GAP);
            if (item < 0 || time >= parameters.end()) {
                break;
            }
            watch(item, time, session, false);
            wishes[item] = 0;
        }
        return time;
    }

    private void enterEpoch(int current) {
        if (current != epoch) {
            epoch = current;
            policyWeights = policy.weights(user, epoch);
            filmWeights = browsing.filmWeights(user, epoch);
            intentWeights = browsing.intentWeights(user, epoch);
        }
    }

    /** Shows a slate, plays the clicks on it and takes what was clicked out of the candidates. */
    private long playSlate(long shown, int session, double[] candidate, int candidates) {
        int slate = log.newSlate();
        double[] open = new double[candidate.length];
        for (int item = 0; item < open.length; item++) {
            open[item] = policyWeights[item] * candidate[item];
        }
        long time = shown;
        for (int position = 1; position <= parameters.slateSize(); position++) {
            double total = LoggingPolicy.total(open);
            int choices = candidates - position + 1;
            int item = policy.draw(open, total, choices, random);
            double propensity = Decimals.quantised(policy.propensity(open[item], total, choices), PROPENSITY_DIGITS);
            open[item] = 0;
            boolean clicked = random.chance(truth.clickProbability(user, item, shown, position));
            log.add(new Impression(user, shown, session, slate, position, item, propensity, choices, clicked));
            if (clicked) {
                time = later(time, CLICK_GAP);
                candidate[item] = 0;
                watch(item, time, session, true);
            }
        }
        return time;
    }

    private long later(long time, double meanGap) {
        return time + SHORTEST_GAP + (long) random.exponential(meanGap);
    }

    private void watch(int item, long time, int session, boolean recommended) {
        unseen[item] = 0;
        double rating = random.chance(ratingShare) ? rating(item, time) : Double.NaN;
        log.add(new Interaction(user, item, rating, time, session, recommended));
    }

    private double rating(int item, long time) {
        double stars = truth.expectedRating(user, item, time) + RATING_NOISE * random.gaussian();
        return Math.clamp(Math.rint(2 * stars) / 2, 1, 5);
    }
}
