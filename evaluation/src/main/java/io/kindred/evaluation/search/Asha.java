package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import java.util.Collection;

/**
 * Asynchronous successive halving: trials are measured after r, r eta, r eta^2, ... epochs (the rungs), and one goes on only if
 * it is among the best 1/eta of all that were measured there so far. Nobody waits for others, so it is as right with one worker
 * as with many, and it wastes a little on trials that came early.
 *
 * <p>Training cannot be paused, hence trials are stopped for good where the paper promotes paused ones (the variant of Ray Tune
 * and Optuna). With fewer than eta values at a rung only the best goes on.
 *
 * <p>Source: Li, Jamieson, Rostamizadeh, Gonina, Ben-tzur, Hardt, Recht, Talwalkar: A System for Massively Parallel
 * Hyperparameter Tuning, 2020.
 *
 * @param minEpochs r, the first rung, at least 1
 * @param eta by how much rungs are apart and trials become fewer, at least 2
 */
public record Asha(int minEpochs, int eta) implements Pruner {
    /** Rungs after 1, 4, 16, ... epochs, as in the paper. */
    public static final Asha DEFAULT = new Asha(1, 4);

    public Asha {
        if (minEpochs < 1 || eta < 2) {
            throw new KindredException("asha has minEpochs " + minEpochs + " and eta " + eta
                    + " but needs at least 1 epoch and an eta of at least 2");
        }
    }

    @Override
    public String name() {
        return "asha";
    }

    @Override
    public boolean measures(int epoch) {
        long rung = minEpochs;
        while (rung < epoch) {
            rung *= eta;
        }
        return rung == epoch;
    }

    @Override
    public boolean stops(double value, Collection<Double> competing, Direction direction) {
        if (Double.isNaN(value)) {
            return true;
        }
        int better = 0;
        for (double other : competing) {
            better += direction.better(other, value) ? 1 : 0;
        }
        return better >= Math.max(1, competing.size() / eta);
    }
}
