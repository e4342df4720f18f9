package io.kindred.featurestore.importer;

import java.util.List;

/** What a file was found to hold. */
sealed interface FileContent {
    /** Events of some format. */
    sealed interface Events extends FileContent {
        DataFormat format();

        /** Why it was taken for this format, in words. */
        String why();
    }

    /** Events, one a record of delimited text. */
    record DelimitedEvents(DataFormat format, DelimitedLayout layout, EventColumns columns, String why)
            implements Events {}

    /**
     * Events in JSON Lines.
     *
     * @param fields the fields of the first lines
     */
    record JsonLinesEvents(List<String> fields, String why) implements Events {
        public JsonLinesEvents {
            fields = List.copyOf(fields);
        }

        @Override
        public DataFormat format() {
            return DataFormat.JSON_LINES;
        }
    }

    /** Events in text with one sequence a line, or in a JSON object; {@code format} says which. */
    record SequenceEvents(DataFormat format, String why) implements Events {}

    /**
     * Features in delimited text.
     *
     * @param mayRepeat whether an entity may have several rows, as in a file of tags
     */
    record DelimitedFeatures(
            Side side, DelimitedLayout layout, int idColumn, List<Integer> featureColumns, boolean mayRepeat)
            implements FileContent {
        public DelimitedFeatures {
            featureColumns = List.copyOf(featureColumns);
        }
    }

    /** The films of the original MovieLens 100K. */
    record MovieLens100kItems() implements FileContent {}

    /** Features in one JSON object by id; lists and texts make one column of the given name. */
    record JsonFeatures(Side side, String wholeValueColumn) implements FileContent {}

    /** Features in JSON Lines. */
    record JsonLinesFeatures(Side side, String idField) implements FileContent {}

    /** A JSON object with the names of attribute ids. */
    record AttributeNames() implements FileContent {}

    /** A file that belongs to the data set but is not imported. */
    record Ignored(String reason) implements FileContent {}

    /** A file that could not be recognised. */
    record Unknown(String reason) implements FileContent {}
}
