package io.kindred.featurestore.importer;

import java.io.IOException;
import java.util.List;

/**
 * A file of features that can be read any number of times: once to find the types of its columns and once to import.
 */
interface FeatureRows {
    /** Columns beside the id. Where they are only found while reading, the list grows during {@link #scan}. */
    List<Column> columns();

    /** Reads the whole file from the start. */
    void scan(Visitor visitor, FileTally tally, ImportListener listener) throws IOException;

    /**
     * A column of the file.
     *
     * @param name its name
     * @param declared the type a RecBole header declares, {@code list} for JSON arrays, or an empty string
     */
    record Column(String name, String declared) {}

    /** Receives rows; rows that cannot be read are counted by the reader itself. */
    @FunctionalInterface
    interface Visitor {
        /**
         * One row.
         *
         * @param line its line number, from 1
         * @param id the user or item
         * @param cells for each column its values: null where missing, one string for a plain value, several for a list;
         *     may be shorter than {@link #columns} if later columns are missing
         */
        void row(long line, String id, List<List<String>> cells) throws IOException;
    }
}
