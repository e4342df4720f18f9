package io.kindred.models.cf.fm;

import io.kindred.core.data.SparseRows;
import io.kindred.core.model.Cancellation;
import io.kindred.models.cf.features.EntityFeatures;
import io.kindred.models.cf.ratings.Ratings;
import java.util.Arrays;

/**
 * Alternating least squares for the squared error of a factorisation machine: each weight in turn gets the value that is best
 * as long as the others stay, {@code v = (v sum h^2 + sum h e) / (sum h^2 + regularization m)}, where h is the slope of the score by
 * v, e the error and m the mean number of ratings of a user (of an item for the items' features) (Rendle, Gantner, Freudenthaler, Schmidt-Thieme: Fast Context-aware
 * Recommendations with Factorization Machines, 2011).
 *
 * <p>A score is linear in a user's vector, given the item's, so all that a user's ratings contribute to these sums is in a few
 * numbers of that user. They are gathered once for each factor and kept up to date while the factor of every user feature
 * changes (the block structure of Rendle: Scaling Factorization Machines to Relational Data, 2013). An epoch costs four passes
 * over the ratings for each factor, however many features there are. Not thread-safe.
 */
final class AlternatingLeastSquares {
    private final double regularization;
    private final Block users;
    private final Block items;
    /** What each rating is above its prediction, in the order of the users. */
    private final double[] errors;

    private double bias;

    AlternatingLeastSquares(Ratings ratings, FmSide users, FmSide items, double regularization) {
        this.regularization = regularization;
        this.errors = new double[ratings.size()];
        this.users = Block.byUser(users, ratings.byUser());
        this.items = Block.byItem(items, ratings.byUser(), ratings.itemCount());
        this.bias = ratings.mean();
        this.users.gatherFactors();
        this.items.gatherFactors();
        double[] user = new double[users.factors()];
        double[] item = new double[users.factors()];
        for (int u = 0; u < ratings.userCount(); u++) {
            double userBias = users.sum(u, user);
            for (int p = ratings.byUser().start(u); p < ratings.byUser().end(u); p++) {
                double score = bias + userBias + items.sum(ratings.byUser().column(p), item);
                for (int f = 0; f < user.length; f++) {
                    score += user[f] * item[f];
                }
                errors[p] = ratings.byUser().value(p) - score;
            }
        }
    }

    /** The constant w_0. */
    double bias() {
        return bias;
    }

    /** Sets every weight once; returns the sum of the squared errors afterwards. */
    double epoch(Cancellation cancellation) throws InterruptedException {
        double mean = 0;
        for (double error : errors) {
            mean += error;
        }
        mean /= errors.length;
        bias += mean;
        for (int p = 0; p < errors.length; p++) {
            errors[p] -= mean;
        }
        users.solveWeights(errors, regularization);
        items.solveWeights(errors, regularization);
        for (int f = 0; f < users.side.factors(); f++) {
            cancellation.check();
            users.solveFactor(f, items, errors, regularization);
            items.solveFactor(f, users, errors, regularization);
        }
        double squares = 0;
        for (double error : errors) {
            squares += error * error;
        }
        return squares;
    }

    /** What is minimised: squared errors and penalty. */
    double objective() {
        double sum = regularization * (users.penalty() + items.penalty());
        for (double error : errors) {
            sum += error * error;
        }
        return sum;
    }

    /** One side: its features by feature, its ratings by row, and the sums over each row's ratings. */
    private static final class Block {
        private final FmSide side;
        /** Ratings of row r: positions {@code ratingAt[starts[r] .. starts[r + 1])} in the order of the users. */
        private final int[] starts;

        private final int[] ratingAt;
        private final int[] otherOf;
        /** Rows of feature j: {@code rowOf[featureStarts[j] .. featureStarts[j + 1])}. */
        private final int[] featureStarts;

        private final int[] rowOf;
        private final double[] valueOf;
        /** Ratings of a row that has any, on average. */
        private final double meanRatings;

        /** Row sums of the vectors, factor by factor. */
        private final double[][] factors;

        private final double[] others;
        private final double[] otherSquares;
        private final double[] errorSums;
        private final double[] errorProducts;
        private final double[] slope;
        private final double[] shift;

        private Block(FmSide side, int[] starts, int[] ratingAt, int[] otherOf) {
            this.side = side;
            this.starts = starts;
            this.ratingAt = ratingAt;
            this.otherOf = otherOf;
            EntityFeatures entities = side.entities();
            int rows = entities.rows();
            this.featureStarts = new int[entities.featureCount() + 1];
            for (int p = 0; p < entities.size(); p++) {
                featureStarts[entities.feature(p) + 1]++;
            }
            for (int j = 0; j < entities.featureCount(); j++) {
                featureStarts[j + 1] += featureStarts[j];
            }
            this.rowOf = new int[entities.size()];
            this.valueOf = new double[entities.size()];
            int[] next = Arrays.copyOf(featureStarts, entities.featureCount());
            for (int r = 0; r < rows; r++) {
                for (int p = entities.start(r); p < entities.end(r); p++) {
                    int at = next[entities.feature(p)]++;
                    rowOf[at] = r;
                    valueOf[at] = entities.weight(p);
                }
            }
            int rated = 0;
            for (int r = 0; r < rows; r++) {
                rated += starts[r + 1] > starts[r] ? 1 : 0;
            }
            this.meanRatings = (double) starts[rows] / rated;
            this.factors = new double[side.factors()][rows];
            this.others = new double[rows];
            this.otherSquares = new double[rows];
            this.errorSums = new double[rows];
            this.errorProducts = new double[rows];
            this.slope = new double[rows];
            this.shift = new double[rows];
        }

        static Block byUser(FmSide side, SparseRows rows) {
            int[] starts = new int[rows.rowCount() + 1];
            int[] ratingAt = new int[rows.size()];
            int[] items = new int[rows.size()];
            for (int u = 0; u < rows.rowCount(); u++) {
                starts[u + 1] = rows.end(u);
            }
            for (int p = 0; p < ratingAt.length; p++) {
                ratingAt[p] = p;
                items[p] = rows.column(p);
            }
            return new Block(side, starts, ratingAt, items);
        }

        static Block byItem(FmSide side, SparseRows rows, int itemCount) {
            int[] starts = new int[itemCount + 1];
            for (int p = 0; p < rows.size(); p++) {
                starts[rows.column(p) + 1]++;
            }
            for (int i = 0; i < itemCount; i++) {
                starts[i + 1] += starts[i];
            }
            int[] next = Arrays.copyOf(starts, itemCount);
            int[] ratingAt = new int[rows.size()];
            int[] users = new int[rows.size()];
            for (int u = 0; u < rows.rowCount(); u++) {
                for (int p = rows.start(u); p < rows.end(u); p++) {
                    int at = next[rows.column(p)]++;
                    ratingAt[at] = p;
                    users[at] = u;
                }
            }
            return new Block(side, starts, ratingAt, users);
        }

        void gatherFactors() {
            double[] vector = new double[side.factors()];
            for (int r = 0; r < starts.length - 1; r++) {
                side.sum(r, vector);
                for (int f = 0; f < vector.length; f++) {
                    factors[f][r] = vector[f];
                }
            }
        }

        void solveWeights(double[] errors, double regularization) {
            for (int r = 0; r < errorSums.length; r++) {
                errorSums[r] = 0;
                shift[r] = 0;
                for (int n = starts[r]; n < starts[r + 1]; n++) {
                    errorSums[r] += errors[ratingAt[n]];
                }
            }
            for (int j = 0; j < featureStarts.length - 1; j++) {
                double curvature = 0;
                double pull = 0;
                for (int q = featureStarts[j]; q < featureStarts[j + 1]; q++) {
                    int r = rowOf[q];
                    double x = valueOf[q];
                    curvature += x * x * (starts[r + 1] - starts[r]);
                    pull += x * errorSums[r];
                }
                double old = side.weights[j];
                double found = best(old, curvature, pull, regularization * meanRatings);
                double change = found - old;
                side.weights[j] = found;
                for (int q = featureStarts[j]; q < featureStarts[j + 1]; q++) {
                    int r = rowOf[q];
                    double move = change * valueOf[q];
                    errorSums[r] -= move * (starts[r + 1] - starts[r]);
                    shift[r] += move;
                }
            }
            for (int r = 0; r < shift.length; r++) {
                for (int n = starts[r]; n < starts[r + 1]; n++) {
                    errors[ratingAt[n]] -= shift[r];
                }
            }
        }

        void solveFactor(int f, Block other, double[] errors, double regularization) {
            double[] own = factors[f];
            double[] their = other.factors[f];
            gather(their, errors);
            for (int j = 0; j < featureStarts.length - 1; j++) {
                int at = j * side.factors() + f;
                double old = side.vectors[at];
                double curvature = 0;
                double pull = 0;
                for (int q = featureStarts[j]; q < featureStarts[j + 1]; q++) {
                    int r = rowOf[q];
                    double x = valueOf[q];
                    // The slope of the score of a rating is x (rest + their).
                    double rest = own[r] - x * old;
                    int count = starts[r + 1] - starts[r];
                    curvature += x * x * (count * rest * rest + 2 * rest * others[r] + otherSquares[r]);
                    pull += x * (rest * errorSums[r] + errorProducts[r]);
                }
                double found = best(old, curvature, pull, regularization * meanRatings);
                double change = found - old;
                side.vectors[at] = found;
                for (int q = featureStarts[j]; q < featureStarts[j + 1]; q++) {
                    int r = rowOf[q];
                    double rest = own[r] - valueOf[q] * old;
                    double move = change * valueOf[q];
                    int count = starts[r + 1] - starts[r];
                    errorSums[r] -= move * (count * rest + others[r]);
                    errorProducts[r] -= move * (rest * others[r] + otherSquares[r]);
                    own[r] += move;
                    slope[r] += move;
                    shift[r] += move * rest;
                }
            }
            for (int r = 0; r < own.length; r++) {
                for (int n = starts[r]; n < starts[r + 1]; n++) {
                    errors[ratingAt[n]] -= shift[r] + slope[r] * their[otherOf[n]];
                }
            }
        }

        private void gather(double[] their, double[] errors) {
            for (int r = 0; r < others.length; r++) {
                double sum = 0;
                double squares = 0;
                double errorSum = 0;
                double products = 0;
                for (int n = starts[r]; n < starts[r + 1]; n++) {
                    double theirs = their[otherOf[n]];
                    double error = errors[ratingAt[n]];
                    sum += theirs;
                    squares += theirs * theirs;
                    errorSum += error;
                    products += error * theirs;
                }
                others[r] = sum;
                otherSquares[r] = squares;
                errorSums[r] = errorSum;
                errorProducts[r] = products;
                slope[r] = 0;
                shift[r] = 0;
            }
        }

        /** A feature that no rating visits keeps nothing: it would only add noise to those who have it. */
        private static double best(double old, double curvature, double pull, double penalty) {
            double divisor = curvature + penalty;
            return divisor > 0 ? (old * curvature + pull) / divisor : 0;
        }

        double penalty() {
            double sum = 0;
            for (int j = 0; j < featureStarts.length - 1; j++) {
                sum += side.weights[j] * side.weights[j];
                for (int f = 0; f < side.factors(); f++) {
                    double v = side.vectors[j * side.factors() + f];
                    sum += v * v;
                }
            }
            return meanRatings * sum;
        }
    }
}
