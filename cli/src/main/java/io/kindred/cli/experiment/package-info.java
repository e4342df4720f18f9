/** Showing how far an experiment is, for the commands that train and measure. */
package io.kindred.cli.experiment;
