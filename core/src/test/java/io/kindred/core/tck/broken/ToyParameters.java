package io.kindred.core.tck.broken;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of the toy.
 *
 * @param shrink added to the number of users of each item
 * @param epochs how often the listener is told
 */
record ToyParameters(
        @Param(doc = "added to the number of users of each item", min = 0, max = 100)
        double shrink,

        @Param(doc = "how often the listener is told", min = 1, max = 1_000_000_000)
        int epochs) {}
