package io.kindred.models.cf.slopeone;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of slope one.
 *
 * @param minSupport how many users must have rated both of two items
 */
public record SlopeOneParameters(
        @Param(
                doc =
                        "how many users must have rated both of two items for their difference to count; 1 is as published,"
                                + " more keeps items that few users rated from the top of lists",
                min = 1,
                max = 1_000_000,
                log = true)
        int minSupport) {}
