package io.kindred.evaluation.runner;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.split.GivenSplit;
import java.util.List;
import java.util.Optional;

/**
 * The data of an experiment, filtered. Immutable.
 *
 * @param all every interaction with all features
 * @param parts the parts the data come in, over the same vocabularies; empty where they come in one
 * @param notes what a reader must know of the import and the filters
 */
public record ExperimentData(TrainingData all, Optional<Parts> parts, List<String> notes) {
    public ExperimentData {
        notes = List.copyOf(notes);
    }

    /**
     * Parts that exist already.
     *
     * @param train for training
     * @param validation for choosing, where there is one
     * @param test for measuring
     */
    public record Parts(Interactions train, Optional<Interactions> validation, Interactions test) {}

    /** The protocol that fits when nobody names one. */
    public String usualProtocol() {
        if (parts.isPresent()) {
            return GivenSplit.NAME;
        }
        return switch (all.interactions().timeKind()) {
            case TIMESTAMP -> "temporal";
            case ORDER -> "leave-last-out";
            case NONE -> "ratio";
        };
    }
}
