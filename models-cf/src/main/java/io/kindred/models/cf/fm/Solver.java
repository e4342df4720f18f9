package io.kindred.models.cf.fm;

/** How a factorisation machine is trained, and on what. */
public enum Solver {
    /** Ranking: each interaction against an item drawn at random, as a pair, by stochastic gradient descent (BPR-Opt). */
    BPR,
    /** Ratings: squared error, by alternating least squares, one weight at a time and each exactly. */
    ALS,
    /** Ratings: squared error, by stochastic gradient descent. */
    SGD
}
