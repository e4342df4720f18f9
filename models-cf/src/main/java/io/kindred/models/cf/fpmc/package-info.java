/** Factorised personalised Markov chains. */
package io.kindred.models.cf.fpmc;
