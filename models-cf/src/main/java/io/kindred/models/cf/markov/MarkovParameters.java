package io.kindred.models.cf.markov;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of the Markov chain.
 *
 * @param steps how far apart two items of a history may be for the later one to count as a successor
 * @param stepDecay what a successor one step further away counts
 * @param smoothing how many successors drawn by popularity are added to each item's own
 * @param neighbours how many successors of each item are kept
 * @param lookback how many items of a history are looked at
 * @param lookbackDecay what an item of the history weighs relative to the one after it
 * @param valuesAsWeights whether a transition counts the value of the interaction it leads to
 */
public record MarkovParameters(
        @Param(doc = "items up to this many places later in a history count as successors", min = 1, max = 1000)
        int steps,

        @Param(doc = "what a successor counts relative to one that comes a place earlier", min = 0, max = 1)
        double stepDecay,

        @Param(
                doc = "as many successors, spread by popularity, are added to those of each item; 0 for none",
                min = 0,
                max = 1_000_000)
        double smoothing,

        @Param(
                doc =
                        "how many of the most frequent successors are kept for each item; the others are spread by popularity",
                min = 1,
                max = 10_000,
                log = true)
        int neighbours,

        @Param(doc = "how many items of a history count, from the last back; 1 for first order", min = 1, max = 1000)
        int lookback,

        @Param(doc = "what an item of a history weighs relative to the one after it", min = 0, max = 1)
        double lookbackDecay,

        @Param(doc = "whether a transition counts the value of the interaction it leads to; otherwise it counts 1")
        boolean valuesAsWeights) {}
