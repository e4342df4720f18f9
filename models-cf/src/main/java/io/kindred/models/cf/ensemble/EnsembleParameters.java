package io.kindred.models.cf.ensemble;

import io.kindred.core.KindredException;
import io.kindred.core.model.Param;

/**
 * Hyper-parameters of an ensemble.
 *
 * @param models the members, as in {@code als, ease(regularization=300), item-knn}
 * @param method how they are fused
 * @param weights one number for each member, as in {@code 2, 1, 0.5}; empty for all alike
 * @param normalization what is done to each member's scores before they are added
 * @param rankConstant of reciprocal-rank fusion
 * @param holdOut share of each user's interactions that the weights of a stacked ensemble are learnt on
 */
public record EnsembleParameters(
        @Param(
                doc = "the members: names of other models, separated by commas, with parameters in brackets, as in als,"
                        + " ease(regularization=300), item-knn(neighbours=50)")
        String models,

        @Param(
                doc =
                        "weighted adds normalised scores, reciprocal-rank adds 1 / (rankConstant + rank), stacked learns the"
                                + " weights of the sum on held-out interactions")
        Method method,

        @Param(
                doc =
                        "one number for each member, not negative, as in 2, 1, 0.5; empty for all alike, and for stacked, which"
                                + " learns them")
        String weights,

        @Param(doc = "what makes the scores of the members comparable; reciprocal-rank needs nothing")
        Normalization normalization,

        @Param(
                doc = "constant of reciprocal-rank; the larger, the less the first ranks stand out",
                min = 1,
                max = 100_000,
                log = true)
        double rankConstant,

        @Param(
                doc = "share of each user's interactions that stacked keeps back to learn the weights on",
                min = 0.01,
                max = 0.5)
        double holdOut) {
    /** Checks what can be checked without knowing the models. */
    public EnsembleParameters {
        int members = MemberSpec.parse(models).size();
        float[] numbers = MemberSpec.weights(weights, members);
        if (method == Method.STACKED && !weights.isBlank()) {
            throw new KindredException("model 'ensemble': weights is '" + weights
                    + "', but method=stacked learns the weights; leave one of them out");
        }
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        if (!(sum > 0)) {
            throw new KindredException("model 'ensemble': weights is '" + weights + "'; one of them must be above 0");
        }
    }
}
