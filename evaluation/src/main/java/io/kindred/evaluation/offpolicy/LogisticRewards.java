package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.core.math.Cholesky;

/**
 * Predicts rewards between 0 and 1 by a logistic regression for each action on the context and the position, drawn towards the
 * mean reward of the whole log; fitted by Newton's method with halved steps where a whole one overshoots. Source: le Cessie
 * and van Houwelingen, Ridge Estimators in Logistic Regression, 1992.
 *
 * @param regularization weight of the penalty on squared coefficients, above 0
 */
public record LogisticRewards(double regularization) implements RewardLearner {
    private static final int MAX_STEPS = 50;
    private static final double TOLERANCE = 1e-9;

    public LogisticRewards {
        if (!(regularization > 0) || Double.isInfinite(regularization)) {
            throw new IllegalArgumentException("the regularization is " + regularization + " but must be above 0");
        }
    }

    /**
     * @throws KindredException if a reward is not in [0, 1]
     */
    @Override
    public RewardModel fit(BanditFeedback log) {
        for (int i = 0; i < log.rounds(); i++) {
            if (log.reward(i) < 0 || log.reward(i) > 1) {
                throw new KindredException("round " + i + ": the reward is " + log.reward(i)
                        + ", but a logistic reward model needs rewards from 0 to 1; use ridge");
            }
        }
        ContextFeatures features = new ContextFeatures(log);
        double mean = Math.clamp(log.meanReward(), 1e-6, 1 - 1e-6);
        double offset = Math.log(mean / (1 - mean));
        double[][] coefficients = new double[log.actionCount()][];
        for (int a = 0; a < coefficients.length; a++) {
            coefficients[a] = arm(log, features, a, offset);
        }
        int d = features.size();
        return (rounds, round, into) -> {
            double[] at = new double[d];
            new ContextFeatures(rounds).of(rounds, round, at);
            for (int a = 0; a < into.length; a++) {
                into[a] = sigmoid(offset + ContextFeatures.dot(at, coefficients[a]));
            }
        };
    }

    private double[] arm(BanditFeedback log, ContextFeatures features, int action, double offset) {
        int d = features.size();
        int n = 0;
        for (int i = 0; i < log.rounds(); i++) {
            n += log.action(i) == action ? 1 : 0;
        }
        double[][] x = new double[n][d];
        double[] y = new double[n];
        n = 0;
        for (int i = 0; i < log.rounds(); i++) {
            if (log.action(i) == action) {
                features.of(log, i, x[n]);
                y[n++] = log.reward(i);
            }
        }
        double[] beta = new double[d];
        double loss = loss(x, y, beta, offset);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] direction = newton(x, y, beta, offset);
            double length = 1;
            double[] next = moved(beta, direction, length);
            double after = loss(x, y, next, offset);
            while (after > loss && length > 1e-6) {
                length /= 2;
                next = moved(beta, direction, length);
                after = loss(x, y, next, offset);
            }
            boolean done = !(loss - after > TOLERANCE * Math.max(1, loss));
            if (after <= loss) {
                beta = next;
                loss = after;
            }
            if (done) {
                break;
            }
        }
        return beta;
    }

    private double[] newton(double[][] x, double[] y, double[] beta, double offset) {
        int d = beta.length;
        double[] hessian = new double[d * d];
        double[] gradient = new double[d];
        for (int j = 0; j < d; j++) {
            hessian[j * d + j] = regularization;
            gradient[j] = -regularization * beta[j];
        }
        for (int i = 0; i < x.length; i++) {
            double p = sigmoid(offset + ContextFeatures.dot(x[i], beta));
            double curvature = p * (1 - p);
            for (int j = 0; j < d; j++) {
                gradient[j] += (y[i] - p) * x[i][j];
                for (int k = 0; k <= j; k++) {
                    hessian[j * d + k] += curvature * x[i][j] * x[i][k];
                }
            }
        }
        Cholesky.factorise(hessian, d);
        Cholesky.solve(hessian, d, gradient);
        return gradient;
    }

    private double loss(double[][] x, double[] y, double[] beta, double offset) {
        double loss = regularization / 2 * ContextFeatures.dot(beta, beta);
        for (int i = 0; i < x.length; i++) {
            double z = offset + ContextFeatures.dot(x[i], beta);
            // log(1 + exp(z)) - y z without overflow
            loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i] * z;
        }
        return loss;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int j = 0; j < to.length; j++) {
            to[j] += length * direction[j];
        }
        return to;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
