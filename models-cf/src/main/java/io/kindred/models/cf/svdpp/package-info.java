/** SVD++: matrix factorisation of ratings in which what a user rated counts beside how. */
package io.kindred.models.cf.svdpp;
