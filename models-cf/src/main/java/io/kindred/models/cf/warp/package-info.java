/** Weighted approximate-rank pairwise loss. */
package io.kindred.models.cf.warp;
