/** The popularity model. */
package io.kindred.models.cf.popularity;
