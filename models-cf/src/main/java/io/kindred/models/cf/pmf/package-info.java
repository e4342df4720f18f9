/** Probabilistic matrix factorisation of ratings. */
package io.kindred.models.cf.pmf;
