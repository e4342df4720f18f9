/** How well hyper-parameters are searched. */
package io.kindred.benchmarks.search;
