/** Lists of the nearest neighbours of items, and the sparse matrices made of them. */
package io.kindred.models.cf.neighbours;
