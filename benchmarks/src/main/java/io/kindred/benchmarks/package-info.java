/** Benchmarks of the kernels and of whole runs. */
package io.kindred.benchmarks;
