package io.kindred.evaluation.offpolicy;

import io.kindred.core.math.Cholesky;

/**
 * Predicts rewards by a ridge regression for each action on the context and the position, drawn towards the mean reward of the
 * whole log. Source: Hoerl and Kennard, Ridge Regression: Biased Estimation for Nonorthogonal Problems, 1970.
 *
 * @param regularization weight of the penalty on squared coefficients, above 0
 */
public record RidgeRewards(double regularization) implements RewardLearner {
    public RidgeRewards {
        if (!(regularization > 0) || Double.isInfinite(regularization)) {
            throw new IllegalArgumentException("the regularization is " + regularization + " but must be above 0");
        }
    }

    @Override
    public RewardModel fit(BanditFeedback log) {
        ContextFeatures features = new ContextFeatures(log);
        int d = features.size();
        double mean = log.meanReward();
        double[][] products = new double[log.actionCount()][d * d];
        double[][] coefficients = new double[log.actionCount()][d];
        double[] x = new double[d];
        for (int i = 0; i < log.rounds(); i++) {
            features.of(log, i, x);
            double[] product = products[log.action(i)];
            double[] right = coefficients[log.action(i)];
            for (int j = 0; j < d; j++) {
                right[j] += x[j] * (log.reward(i) - mean);
                for (int k = 0; k <= j; k++) {
                    product[j * d + k] += x[j] * x[k];
                }
            }
        }
        for (int a = 0; a < products.length; a++) {
            for (int j = 0; j < d; j++) {
                products[a][j * d + j] += regularization;
            }
            Cholesky.factorise(products[a], d);
            Cholesky.solve(products[a], d, coefficients[a]);
        }
        return (rounds, round, into) -> {
            double[] at = new double[d];
            new ContextFeatures(rounds).of(rounds, round, at);
            for (int a = 0; a < into.length; a++) {
                into[a] = mean + ContextFeatures.dot(at, coefficients[a]);
            }
        };
    }
}
