package io.kindred.models.cf.fpmc;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of FPMC. A visit to the transition of user u from item l to item i draws one other item j and goes down the
 * gradient of {@code -ln sigmoid(s_i - s_j) + regularization / 2 * (squares of the vectors met)} with
 * {@code s_i = U_u . I_i + L_l . T_i}.
 *
 * @param factors size of each of the four kinds of vectors
 * @param epochs how often every transition is visited
 * @param learningRate step size
 * @param regularization L2 strength
 * @param valuesAsWeights whether a visit counts the value of the interaction that the transition leads to
 */
public record FpmcParameters(
        @Param(doc = "size of the taste vectors, and of the transition vectors", min = 1, max = 512, log = true)
        int factors,

        @Param(doc = "how often every transition is visited", min = 1, max = 100_000, log = true)
        int epochs,

        @Param(doc = "step size", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "L2 strength on the vectors of a visit, per visit", min = 0, max = 1)
        double regularization,

        @Param(doc = "whether a step counts the value of the interaction it learns from; otherwise it counts 1")
        boolean valuesAsWeights) {}
