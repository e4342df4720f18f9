/** Funk's matrix factorisation of ratings by stochastic gradient descent. */
package io.kindred.models.cf.svd;
