package io.kindred.models.cf.als;

/** How the normal equations of a row are solved in each epoch. */
public enum AlsSolver {
    /** Exactly where that is cheap (short histories, few factors), else by conjugate gradients: the fastest. */
    AUTO,
    /** Exactly, every row (Hu, Koren, Volinsky, 2008). */
    CHOLESKY,
    /**
     * By a few steps of preconditioned conjugate gradients from the row's present vector (Takacs, Pilaszy, Tikk,
     * Applications of the Conjugate Gradient Method for Implicit Feedback Collaborative Filtering, 2011).
     */
    CONJUGATE_GRADIENT,
    /**
     * Exactly on one block of components after the other, the rest held fixed (Rendle, Krichene, Zhang, Koren, iALS++:
     * Speeding up Matrix Factorization with Subspace Optimization, 2021).
     */
    BLOCK
}
