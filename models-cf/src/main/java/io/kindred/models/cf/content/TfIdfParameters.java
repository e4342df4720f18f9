package io.kindred.models.cf.content;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of the tf-idf content model.
 *
 * @param columns item columns to read, comma-separated; empty for all of text or categories
 * @param stopWords words left out
 * @param minDocuments fewest items of a term
 * @param maxDocumentShare largest share of the items that may have a term
 * @param maxTerms how many terms at most
 * @param sublinear whether repeated words count by the logarithm of their number
 */
public record TfIdfParameters(
        @Param(doc = "item columns to read, comma-separated; empty for every column of text or categories")
        String columns,

        @Param(doc = "words that are left out") StopWords stopWords,

        @Param(doc = "a term that fewer items have is left out", min = 1, max = 1_000_000, log = true)
        int minDocuments,

        @Param(doc = "a term that a greater share of the items has is left out", min = 0, max = 1)
        double maxDocumentShare,

        @Param(doc = "how many terms at most: those that most items have", min = 1, max = 10_000_000, log = true)
        int maxTerms,

        @Param(doc = "whether a word that comes n times in an item counts 1 + ln n times rather than n times")
        boolean sublinear) {
    TermChoice choice() {
        return new TermChoice(columns, stopWords, minDocuments, maxDocumentShare, maxTerms);
    }
}
