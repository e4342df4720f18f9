/** The linear-algebra library behind the models that need dense decompositions. */
package io.kindred.models.cf.lapack;
