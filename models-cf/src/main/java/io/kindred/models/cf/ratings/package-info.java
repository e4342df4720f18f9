/** What all models that predict ratings share: the checked ratings, the loop over epochs and the serving form. */
package io.kindred.models.cf.ratings;
