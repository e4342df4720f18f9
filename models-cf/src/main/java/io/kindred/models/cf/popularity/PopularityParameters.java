package io.kindred.models.cf.popularity;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of the popularity model.
 *
 * @param halfLifeDays an interaction this many days before the newest one counts half; 0 counts all alike
 */
public record PopularityParameters(
        @Param(
                doc =
                        "days after which an interaction counts half, measured back from the newest one; 0 counts all alike and"
                                + " is the only choice for data without timestamps",
                min = 0,
                max = 36_500)
        double halfLifeDays) {}
