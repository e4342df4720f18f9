/** Baseline estimates of ratings from the mean and the biases of users and items. */
package io.kindred.models.cf.baseline;
