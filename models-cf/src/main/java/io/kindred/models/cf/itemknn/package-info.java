/** Item-based nearest neighbours. */
package io.kindred.models.cf.itemknn;
