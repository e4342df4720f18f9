package io.kindred.evaluation.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions whose optimum is known, as spaces and objectives to be minimised. */
final class Functions {
    private Functions() {}

    /** A space and a function on it. */
    record Problem(String name, SearchSpace space, Objective objective, double minimum) {}

    static double number(Trial trial, String name) {
        return ((Number) trial.parameters().get(name)).doubleValue();
    }

    static Dimension real(String name, double from, double to) {
        return new Dimension.Numbers(name, from, to, false, false);
    }

    static Dimension log(String name, double from, double to) {
        return new Dimension.Numbers(name, from, to, true, false);
    }

    static Dimension whole(String name, double from, double to, boolean log) {
        return new Dimension.Numbers(name, from, to, log, true);
    }

    /** A space whose defaults are the given values, in the order of the dimensions. */
    static SearchSpace space(List<Dimension> dimensions, Object... defaults) {
        Map<String, Object> base = new LinkedHashMap<>();
        for (int d = 0; d < defaults.length; d++) {
            base.put(dimensions.get(d).name(), defaults[d]);
        }
        return new SearchSpace("function", base, dimensions, setting -> true);
    }

    /** Branin: two dimensions, three minima of 0.397887. */
    static Problem branin() {
        SearchSpace space = space(List.of(real("x", -5, 10), real("y", 0, 15)), 9.0, 14.0);
        return new Problem(
                "branin",
                space,
                trial -> {
                    double x = number(trial, "x");
                    double y = number(trial, "y");
                    double bowl = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
                    return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
                },
                0.397887);
    }

    private static final double[] ALPHA = {1.0, 1.2, 3.0, 3.2};
    private static final double[][] A = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] P = {
        {.1312, .1696, .5569, .0124, .8283, .5886},
        {.2329, .4135, .8307, .3736, .1004, .9991},
        {.2348, .1451, .3522, .2883, .3047, .6650},
        {.4047, .8828, .8732, .5743, .1091, .0381}
    };

    /** Hartmann in six dimensions, minimum -3.32237. */
    static Problem hartmann() {
        List<Dimension> dimensions = List.of(
                real("x0", 0, 1),
                real("x1", 0, 1),
                real("x2", 0, 1),
                real("x3", 0, 1),
                real("x4", 0, 1),
                real("x5", 0, 1));
        return new Problem(
                "hartmann6",
                space(dimensions, .5, .5, .5, .5, .5, .5),
                trial -> {
                    double sum = 0;
                    for (int i = 0; i < 4; i++) {
                        double exponent = 0;
                        for (int j = 0; j < 6; j++) {
                            double away = number(trial, "x" + j) - P[i][j];
                            exponent += A[i][j] * away * away;
                        }
                        sum -= ALPHA[i] * Math.exp(-exponent);
                    }
                    return sum;
                },
                -3.32237);
    }

    /**
     * Like a model: a strength on a logarithmic scale whose best value grows with a whole number, a choice and a flag, and one
     * parameter without effect. The minimum of 0 is at strength 0.01, size 64, kind b, flag true.
     */
    static Problem mixed() {
        List<Dimension> dimensions = List.of(
                log("strength", 1e-5, 1),
                whole("size", 8, 256, true),
                new Dimension.Options("kind", List.of("a", "b", "c")),
                new Dimension.Options("flag", List.of(false, true)),
                real("idle", 0, 1));
        return new Problem(
                "mixed",
                space(dimensions, 0.5, 16L, "a", false, 0.5),
                trial -> {
                    double size = Math.log(number(trial, "size") / 64) / Math.log(2);
                    double strength = Math.log10(number(trial, "strength") / 0.01) - 0.3 * size;
                    double kind = trial.parameters().get("kind").equals("b") ? 0 : 0.5;
                    double flag = trial.parameters().get("flag").equals(true) ? 0 : 0.3;
                    return strength * strength + 0.1 * size * size + kind + flag;
                },
                0);
    }
}
