/** Split protocols, metrics, confidence intervals and reports. */
package io.kindred.evaluation;
