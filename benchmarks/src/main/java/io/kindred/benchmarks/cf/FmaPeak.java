package io.kindred.benchmarks.cf;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Measures how many float operations one core does at most: twelve independent chains of multiply-adds in registers. */
final class FmaPeak {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int STEPS = 20_000_000;
    private static final int ROUNDS = 5;

    private FmaPeak() {}

    /** The best of some rounds, in billions of operations per second of processor time of this thread. */
    static double gigaflops() {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = Clock.threadNanos();
            float result = chains(0.999f, 0.001f, STEPS);
            double nanos = Clock.threadNanos() - start;
            if (Float.isNaN(result)) {
                throw new IllegalStateException("the chains must converge");
            }
            best = Math.max(best, 2.0 * S.length() * CHAINS * STEPS / nanos);
        }
        return best;
    }

    private static float chains(float factor, float summand, int steps) {
        FloatVector x = FloatVector.broadcast(S, factor);
        FloatVector y = FloatVector.broadcast(S, summand);
        FloatVector a = x;
        FloatVector b = x;
        FloatVector c = x;
        FloatVector d = x;
        FloatVector e = x;
        FloatVector f = x;
        FloatVector g = x;
        FloatVector h = x;
        FloatVector i = x;
        FloatVector j = x;
        FloatVector k = x;
        FloatVector l = x;
        for (int step = 0; step < steps; step++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
            k = k.fma(x, y);
            l = l.fma(x, y);
        }
        FloatVector sum = a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l);
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
