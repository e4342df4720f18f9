/** Ensembles: the fused scores of several other models. */
package io.kindred.models.cf.ensemble;
