package io.kindred.models.cf.puresvd;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of PureSVD.
 *
 * @param factors how many singular vectors are kept
 * @param powerIterations how often the matrix is applied to sharpen the sketch
 */
public record PureSvdParameters(
        @Param(
                doc = "how many of the largest singular vectors are kept; at most as many as there are users and items",
                min = 1,
                max = 1024,
                log = true)
        int factors,

        @Param(
                doc = "how often the matrix and its transpose are applied to the random sketch; more is more exact",
                min = 1,
                max = 1000)
        int powerIterations) {}
