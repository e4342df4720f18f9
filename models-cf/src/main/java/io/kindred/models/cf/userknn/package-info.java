/** User-based nearest neighbours. */
package io.kindred.models.cf.userknn;
