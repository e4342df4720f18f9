/** Guards against test data that leak into training: what is certain fails the run, what is a matter of the protocol is said. */
package io.kindred.evaluation.leakage;
