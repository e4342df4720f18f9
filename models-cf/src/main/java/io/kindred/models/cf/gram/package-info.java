/** Products of items, {@code X'X}: dense by tiles and inverted, or sparse around one item at a time. */
package io.kindred.models.cf.gram;
