/** Similarities of sparse rows and the search for nearest neighbours, alike in training and serving. */
package io.kindred.core.neighbours;
