package io.kindred.models.cf.content;

/**
 * Which terms describe items.
 *
 * @param columns names of item columns, comma-separated; blank for every column of text or categories
 * @param stopWords words to leave out
 * @param minDocuments a term that fewer items have is left out
 * @param maxDocumentShare a term that a greater share of the items has is left out
 * @param maxTerms how many terms at most: those that most items have
 */
record TermChoice(String columns, StopWords stopWords, int minDocuments, double maxDocumentShare, int maxTerms) {}
