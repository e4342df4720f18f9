package io.kindred.evaluation.simulation;

import io.kindred.evaluation.stats.SplitMix64;

/** Standard normal draws (Box and Muller, A Note on the Generation of Random Normal Deviates, 1958). Stateless. */
final class Normals {
    private Normals() {}

    static double next(SplitMix64 random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
