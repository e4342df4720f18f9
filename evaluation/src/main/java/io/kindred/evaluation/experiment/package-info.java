/** Experiments: several models on one data set, run from a file, kept in a folder, compared and reproduced. */
package io.kindred.evaluation.experiment;
