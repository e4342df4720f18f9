/** Matrix factorisation learnt by gradient descent on pairwise comparisons. */
package io.kindred.models.deep.mf;
