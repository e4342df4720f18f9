/** Dense and sparse matrices, inner products, selection of the best. */
package io.kindred.core.math;
