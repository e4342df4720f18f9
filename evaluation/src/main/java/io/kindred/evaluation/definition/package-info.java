/** Experiment files: what is run on which data, read from YAML and checked against a schema. */
package io.kindred.evaluation.definition;
