/** Logistic matrix factorisation. */
package io.kindred.models.cf.logisticmf;
