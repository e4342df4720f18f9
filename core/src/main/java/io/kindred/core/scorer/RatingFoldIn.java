package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.math.Cholesky;
import io.kindred.core.math.FloatMatrix;
import java.io.IOException;

/**
 * The user vector of a history of ratings, by ridge regression: the vector of a user of whom nothing is known, moved in its
 * first {@code free} columns by the d that minimises
 * {@code sum_h (r_h - (default + d)' y_h)^2 + (constant + perRating * n) |d|^2} over the n ratings of the history. Sums run in
 * double precision. Immutable and thread-safe.
 */
public final class RatingFoldIn {
    /** The part that only this form has. */
    static final String DEFAULT_USER = "default_user";

    private final FloatMatrix defaultUser;
    private final int free;
    private final double constant;
    private final double perRating;

    /**
     * @param defaultUser 1 x d: the vector of a user of whom nothing is known
     * @param free how many of the first columns belong to the user; the others are the same for everybody
     * @param constant ridge strength that is there from the first rating on, above 0
     * @param perRating ridge strength that each rating adds, at least 0
     */
    public RatingFoldIn(FloatMatrix defaultUser, int free, double constant, double perRating) {
        if (defaultUser.rows() != 1 || free < 0 || free > defaultUser.columns()) {
            throw new IllegalArgumentException("a default user of " + defaultUser.rows() + " x " + defaultUser.columns()
                    + " cannot have " + free + " columns of its own");
        }
        if (!(constant > 0 && perRating >= 0 && Double.isFinite(constant) && Double.isFinite(perRating))) {
            throw new IllegalArgumentException("the fold-in's ridge strengths are " + constant + " and " + perRating
                    + " but must be above 0 and at least 0");
        }
        this.defaultUser = defaultUser;
        this.free = free;
        this.constant = constant;
        this.perRating = perRating;
    }

    static RatingFoldIn load(ArtifactReader in) throws IOException {
        double free = in.number("free_columns");
        if (free != Math.rint(free)) {
            throw new IllegalArgumentException("free_columns is " + free);
        }
        return new RatingFoldIn(
                in.matrix(DEFAULT_USER), (int) free, in.number("fold_in_constant"), in.number("fold_in_per_rating"));
    }

    void save(ArtifactWriter out) throws IOException {
        out.matrix(DEFAULT_USER, defaultUser);
        out.setting("free_columns", free);
        out.setting("fold_in_constant", constant);
        out.setting("fold_in_per_rating", perRating);
    }

    int dimension() {
        return defaultUser.columns();
    }

    /** The vector of a user of whom nothing is known: a copy. */
    float[] defaultVector() {
        return defaultUser.row(0);
    }

    /** The user vector of a history; ratings may be null for the top of the scale throughout. */
    float[] solve(FloatMatrix itemVectors, RatingScale scale, int[] history, float[] ratings) {
        float[] vector = defaultVector();
        double[] system = new double[free * free];
        double[] move = new double[free];
        for (int h = 0; h < history.length; h++) {
            float[] y = itemVectors.row(history[h]);
            double residual = scale.of(ratings, h);
            for (int a = 0; a < y.length; a++) {
                residual -= (double) vector[a] * y[a];
            }
            for (int a = 0; a < free; a++) {
                move[a] += residual * y[a];
                for (int b = 0; b <= a; b++) {
                    system[a * free + b] += (double) y[a] * y[b];
                }
            }
        }
        for (int a = 0; a < free; a++) {
            system[a * free + a] += constant + perRating * history.length;
        }
        Cholesky.factorise(system, free);
        Cholesky.solve(system, free, move);
        for (int a = 0; a < free; a++) {
            vector[a] = (float) (vector[a] + move[a]);
        }
        return vector;
    }
}
