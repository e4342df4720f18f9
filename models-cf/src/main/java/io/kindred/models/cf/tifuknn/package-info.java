/** Temporal item frequencies and user-based nearest neighbours for next baskets. */
package io.kindred.models.cf.tifuknn;
