/** The losses networks are trained with. */
package io.kindred.models.deep.loss;
