/** Searches hyper-parameters on validation data, measures the best on the test part, and writes {@code docs/results}. */
package io.kindred.benchmarks.results;
