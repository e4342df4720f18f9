package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an experiment's data are. Immutable.
 *
 * @param path a file or folder in any known format, or {@code snapshot:ID}
 * @param train the training part, where data come divided
 * @param valid the validation part
 * @param test the test part
 * @param format a format instead of detecting it
 * @param columns which column means what, by role
 * @param strict whether the first row that cannot be read ends the run
 */
public record DataSource(
        @Key(
                doc = "a file or folder in any known format, or snapshot:ID of an earlier import",
                shorthand = true,
                legal = "a path, relative to the experiment file")
        Optional<String> path,

        @Key(
                doc = "the training part, where the data come divided, instead of path",
                legal = "a path, relative to the experiment file")
        Optional<String> train,

        @Key(doc = "the validation part", legal = "a path, relative to the experiment file")
        Optional<String> valid,

        @Key(doc = "the test part; needed beside train", legal = "a path, relative to the experiment file")
        Optional<String> test,

        @Key(doc = "forces a format instead of detecting it")
        Optional<String> format,

        @Key(doc = "which column means what, as in {user: buyer, item: sku}")
        Map<String, Object> columns,

        @Key(doc = "fail at the first row that cannot be read", preset = "false")
        boolean strict) {
    public DataSource {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (path.isPresent() == (train.isPresent() || test.isPresent())) {
            throw new KindredException(
                    path.isPresent()
                            ? "give either path, or train and test, not both"
                            : "no data are named: give path, or train and test");
        }
        if (path.isEmpty() && (train.isEmpty() || test.isEmpty())) {
            throw new KindredException("the data come divided, so both train and test are needed");
        }
        if (valid.isPresent() && train.isEmpty()) {
            throw new KindredException("valid is for data that come divided; name train and test beside it");
        }
    }
}
