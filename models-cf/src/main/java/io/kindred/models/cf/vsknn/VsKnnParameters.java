package io.kindred.models.cf.vsknn;

import io.kindred.core.model.Param;
import io.kindred.core.scorer.PositionWeighting;
import io.kindred.core.scorer.SessionNeighbourhood;

/**
 * Hyper-parameters of session-based nearest neighbours. With both weightings "same" and idfWeight 0 this is the plain S-kNN.
 *
 * @param neighbours how many of the most similar sessions count
 * @param sampleSize among how many recent sessions they are looked for
 * @param lastItems how many items of a session are looked at
 * @param similarity how alike two sessions are
 * @param placeWeighting what a place of the session counts in the similarity
 * @param matchWeighting what a neighbour counts by the last item in common
 * @param idfWeight how much rarer items gain
 */
public record VsKnnParameters(
        @Param(doc = "how many of the most similar sessions count", min = 1, max = 100_000, log = true)
        int neighbours,

        @Param(
                doc = "among how many of the most recent sessions with an item in common the neighbours are looked for",
                min = 1,
                max = 100_000,
                log = true)
        int sampleSize,

        @Param(
                doc = "how many items of a session are looked at, from the last back",
                min = 1,
                max = SessionNeighbourhood.MOST_ITEMS)
        int lastItems,

        @Param(doc = "likeness of sessions: cosine, or vector for the weights in common alone")
        SessionNeighbourhood.Similarity similarity,

        @Param(doc = "how the items of the session weigh in the likeness, the last most")
        PositionWeighting placeWeighting,

        @Param(doc = "how neighbours weigh by how far back the last item in common is")
        PositionWeighting matchWeighting,

        @Param(
                doc = "weight of the inverse session frequency by which rarer items gain; 0 for none",
                min = 0,
                max = 1000)
        double idfWeight) {}
