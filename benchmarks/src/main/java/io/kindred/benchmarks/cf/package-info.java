/** Training speed of the collaborative-filtering models. */
package io.kindred.benchmarks.cf;
