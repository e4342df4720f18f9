package io.kindred.models.cf.content;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of the BM25 content model.
 *
 * @param columns item columns to read, comma-separated; empty for all of text or categories
 * @param stopWords words left out
 * @param minDocuments fewest items of a term
 * @param maxDocumentShare largest share of the items that may have a term
 * @param maxTerms how many terms at most
 * @param k1 how slowly repeats of a word lose weight
 * @param b how much long descriptions are discounted
 */
public record Bm25Parameters(
        @Param(doc = "item columns to read, comma-separated; empty for every column of text or categories")
        String columns,

        @Param(doc = "words that are left out") StopWords stopWords,

        @Param(doc = "a term that fewer items have is left out", min = 1, max = 1_000_000, log = true)
        int minDocuments,

        @Param(doc = "a term that a greater share of the items has is left out", min = 0, max = 1)
        double maxDocumentShare,

        @Param(doc = "how many terms at most: those that most items have", min = 1, max = 10_000_000, log = true)
        int maxTerms,

        @Param(doc = "how slowly repeats of a word lose weight; at 0 it counts once", min = 0, max = 100)
        double k1,

        @Param(
                doc = "how much the words of a long description are discounted, from not at all to fully",
                min = 0,
                max = 1)
        double b) {
    TermChoice choice() {
        return new TermChoice(columns, stopWords, minDocuments, maxDocumentShare, maxTerms);
    }
}
