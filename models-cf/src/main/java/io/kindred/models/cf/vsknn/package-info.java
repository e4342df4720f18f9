/** Session-based nearest neighbours. */
package io.kindred.models.cf.vsknn;
