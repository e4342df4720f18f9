/** Bayesian personalised ranking. */
package io.kindred.models.cf.bpr;
