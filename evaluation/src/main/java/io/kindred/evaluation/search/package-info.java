/** Searching hyper-parameters on validation data: spaces, samplers, pruning, budgets that are the same for every model. */
package io.kindred.evaluation.search;
