/** How well ratings are predicted, beside published figures. */
package io.kindred.benchmarks.ratings;
