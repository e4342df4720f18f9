/** Ratings from the averages of clusters of users and items found together. */
package io.kindred.models.cf.coclustering;
