package io.kindred.featurestore.importer;

/** What a double quote at the start of a field means. */
enum QuoteRule {
    /** Nothing: quotes are ordinary characters, as in RecBole and MovieLens {@code .dat} files. */
    NONE,
    /** The field is quoted if it also ends with a quote; a field never spans delimiters. For tab-separated text. */
    WHOLE_FIELD,
    /** The field is quoted as RFC 4180 says; it may contain delimiters, line ends and doubled quotes. */
    RFC_4180
}
