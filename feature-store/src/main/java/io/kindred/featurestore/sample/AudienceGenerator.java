package io.kindred.featurestore.sample;

import java.util.ArrayList;
import java.util.List;

/** Invents the viewers and their tastes over time. */
final class AudienceGenerator {
    private static final double[] AGE_WEIGHTS = {0.18, 0.26, 0.27, 0.18, 0.11};
    private static final double[] REGION_WEIGHTS = {0.22, 0.14, 0.08, 0.26, 0.30};
    private static final double[] DEVICE_WEIGHTS = {0.45, 0.25, 0.12, 0.18};
    /** Share of viewers who join during the period, and the part of it in which they do. */
    private static final double LATE_SHARE = 0.15;

    private static final double LATE_UNTIL = 0.7;
    private static final long EARLY_SIGNUP = 400 * SampleParameters.DAY;
    private static final double MISSTATED = 0.15;
    private static final double RATING_BIAS_SIGMA = 0.35;

    private final SampleParameters parameters;
    private final TasteSpace space;

    AudienceGenerator(SampleParameters parameters, TasteSpace space) {
        this.parameters = parameters;
        this.space = space;
    }

    /** The viewers with their tastes (users x epochs x factors) and rating biases. */
    Audience generate() {
        int users = parameters.users();
        boolean[] cold = new boolean[users];
        int[] order = SampleRandom.stream(parameters.seed(), "cold users", 0).permutation(users);
        for (int i = 0; i < parameters.coldUsers(); i++) {
            cold[order[i]] = true;
        }
        List<Viewer> viewers = new ArrayList<>(users);
        double[][][] tastes = new double[users][][];
        double[] ratingBiases = new double[users];
        SampleIds ids = new SampleIds('u', users);
        for (int user = 0; user < users; user++) {
            SampleRandom random = SampleRandom.stream(parameters.seed(), "viewer", user);
            int ageGroup = random.weighted(AGE_WEIGHTS);
            tastes[user] = tastes(ageGroup, random);
            ratingBiases[user] = Decimals.quantised(RATING_BIAS_SIGMA * random.gaussian(), Decimals.TRUTH_DIGITS);
            viewers.add(new Viewer(
                    user,
                    ids.of(user),
                    Viewer.AGE_GROUPS.get(ageGroup),
                    Viewer.REGIONS.get(random.weighted(REGION_WEIGHTS)),
                    Viewer.DEVICES.get(random.weighted(DEVICE_WEIGHTS)),
                    statedGenres(tastes[user][0], random),
                    signup(random),
                    cold[user]));
        }
        return new Audience(viewers, tastes, ratingBiases);
    }

    private double[][] tastes(int ageGroup, SampleRandom random) {
        double[][] tastes = new double[parameters.epochs()][];
        double[] taste = space.taste(ageGroup, random);
        for (int epoch = 0; epoch < tastes.length; epoch++) {
            tastes[epoch] = Decimals.quantised(taste.clone(), Decimals.TRUTH_DIGITS);
            taste = space.drifted(taste, parameters.drift(), ageGroup, random);
        }
        return tastes;
    }

    /** The two genres nearest to the taste, each now and then replaced by any other. */
    private List<Genre> statedGenres(double[] taste, SampleRandom random) {
        List<Genre> left = new ArrayList<>(List.of(Genre.values()));
        left.sort(
                (a, b) -> Double.compare(TasteSpace.dot(taste, space.genre(b)), TasteSpace.dot(taste, space.genre(a))));
        List<Genre> stated = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int choice = random.chance(MISSTATED) ? random.below(left.size()) : 0;
            stated.add(left.remove(choice));
        }
        return stated;
    }

    private long signup(SampleRandom random) {
        if (random.chance(LATE_SHARE)) {
            double length = parameters.end() - parameters.start();
            return parameters.start() + (long) (random.uniform(0, LATE_UNTIL) * length);
        }
        return parameters.start() - (long) (random.uniform() * EARLY_SIGNUP);
    }

    /** Viewers with what the truth knows about them. */
    record Audience(List<Viewer> viewers, double[][][] tastes, double[] ratingBiases) {}
}
