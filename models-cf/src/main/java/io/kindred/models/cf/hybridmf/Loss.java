package io.kindred.models.cf.hybridmf;

/** What hybrid matrix factorisation goes down. */
public enum Loss {
    /** Each interaction against items drawn at random, each for itself, in a logistic regression. */
    LOGISTIC,
    /** Each interaction against one item drawn at random, as a pair (Rendle et al., 2009). */
    BPR,
    /** Each interaction against the first drawn item that is ranked too high (Weston, Bengio, Usunier, 2011). */
    WARP,
    /**
     * As WARP, for the k-th best of a few of the user's items rather than each alike, so that one odd item does not decide
     * (Weston, Yee, Weiss: Learning to Rank Recommendations with the k-Order Statistic Loss, 2013).
     */
    KOS
}
