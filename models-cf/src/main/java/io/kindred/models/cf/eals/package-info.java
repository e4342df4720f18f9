/** Element-wise alternating least squares with popularity-aware weights of missing data. */
package io.kindred.models.cf.eals;
