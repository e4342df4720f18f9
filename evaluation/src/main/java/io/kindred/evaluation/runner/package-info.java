/** Runs experiments from their files: divides data, trains and measures, keeps everything in a folder, compares, reproduces. */
package io.kindred.evaluation.runner;
