/** The data doctor: what is odd about a data set before anything is measured on it, with advice. */
package io.kindred.evaluation.profile;
