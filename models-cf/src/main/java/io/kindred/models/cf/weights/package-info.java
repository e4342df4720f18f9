/** Interaction values used as weights. */
package io.kindred.models.cf.weights;
