/** Matrix factorisation of ratings whose vectors are never negative. */
package io.kindred.models.cf.nmf;
