package io.kindred.cli.data;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.split.GivenSplit;
import java.util.List;
import java.util.Optional;

/**
 * Data as a command needs them.
 *
 * @param all every interaction with all features
 * @param parts the parts the data come in, where they do
 * @param separateFiles whether the parts were named one by one
 * @param notes what a reader of a result must know about the import
 */
public record LoadedData(TrainingData all, Optional<Parts> parts, boolean separateFiles, List<String> notes) {
    public LoadedData {
        notes = List.copyOf(notes);
    }

    /**
     * The parts of a given split, over the vocabularies of the whole.
     *
     * @param train for training
     * @param validation for choosing, where there is one
     * @param test for measuring
     */
    public record Parts(Interactions train, Optional<Interactions> validation, Interactions test) {}

    /** What a model that is to be kept is trained on: everything, or the training part where parts were named one by one. */
    public TrainingData training() {
        return separateFiles && parts.isPresent()
                ? all.withInteractions(parts.get().train())
                : all;
    }

    /** The protocol that fits the data when nobody names one. */
    public String defaultProtocol() {
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
