package io.kindred.models.deep.sasrec;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of SASRec.
 *
 * @param factors embedding size, a multiple of the heads
 * @param layers of attention
 * @param heads of each layer
 * @param maxLength how many items of a sequence are looked at, the last ones
 * @param inner width of the feed-forward networks, as a multiple of the embedding size
 * @param dropout share of numbers set to zero in training
 * @param epochs how often every sequence is visited
 * @param learningRate Adam's step size
 * @param weightDecay AdamW's
 * @param batchSize sequences to a step
 * @param loss what is minimised
 * @param negatives items in a sample that a batch shares, for losses on samples
 */
public record SasRecParameters(
        @Param(doc = "embedding size, a multiple of heads", min = 1, max = 1024, log = true)
        int factors,

        @Param(doc = "layers of self-attention", min = 1, max = 12)
        int layers,

        @Param(doc = "attention heads of each layer", min = 1, max = 64)
        int heads,

        @Param(doc = "how many items of a sequence are looked at, the last ones", min = 1, max = 1000, log = true)
        int maxLength,

        @Param(doc = "width of the feed-forward networks in embedding sizes", min = 1, max = 8)
        int inner,

        @Param(doc = "share of numbers set to zero in training", min = 0, max = 0.9)
        double dropout,

        @Param(doc = "how often every sequence is visited", min = 1, max = 1000, log = true)
        int epochs,

        @Param(doc = "step size of Adam", min = 1e-6, max = 1, log = true)
        double learningRate,

        @Param(doc = "decoupled weight decay", min = 0, max = 10)
        double weightDecay,

        @Param(doc = "sequences to a gradient step", min = 1, max = 100_000, log = true)
        int batchSize,

        @Param(doc = "cross-entropy over all items or over a sample that a batch shares")
        Loss loss,

        @Param(doc = "items in the sample of sampled-softmax", min = 1, max = 1_000_000, log = true)
        int negatives) {
    /** What is minimised. */
    public enum Loss {
        /** Over all items. */
        CROSS_ENTROPY,
        /** Over the target and a sample, corrected for how it was drawn. */
        SAMPLED_SOFTMAX
    }

    public SasRecParameters {
        if (heads > 0 && factors % heads != 0) {
            throw new IllegalArgumentException("factors is " + factors + " but must be a multiple of heads, " + heads);
        }
    }
}
