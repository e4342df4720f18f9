/** Stochastic gradient descent on pairs of items, a positive and a negative of one user: the common part of BPR and WARP. */
package io.kindred.models.cf.pairwise;
