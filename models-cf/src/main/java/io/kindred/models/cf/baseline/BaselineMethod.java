package io.kindred.models.cf.baseline;

/** How biases are found. */
public enum BaselineMethod {
    /** Alternating least squares: item biases given the users', then the reverse. */
    ALS,
    /** Stochastic gradient descent over the ratings, user by user. */
    SGD
}
