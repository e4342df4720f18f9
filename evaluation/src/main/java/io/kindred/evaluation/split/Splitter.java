package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.model.Suggestion;
import java.util.List;
import java.util.Map;

/** A protocol that divides interactions into training, validation and test. Immutable and thread-safe. */
public sealed interface Splitter permits LeaveLastOut, Ratio, Temporal, KFold, KFoldUsers, StrongGeneralization {
    /** The protocol's name in reports. */
    String protocol();

    /** Everything besides the data that decides the result, as JSON values. */
    Map<String, Object> settings();

    /**
     * Splits data; every interaction lands in exactly one part of each fold.
     *
     * @throws KindredException if the protocol cannot split this data, with the way out
     */
    Split split(Interactions data);

    /** The names that {@link #of} takes. */
    static List<String> names() {
        return List.of(
                LeaveLastOut.NAME, Ratio.NAME, Temporal.NAME, KFold.NAME, KFoldUsers.NAME, StrongGeneralization.NAME);
    }

    /**
     * The protocol with a name.
     *
     * @throws KindredException if there is none; the message lists what exists
     */
    static Splitter of(String protocol, SplitSettings settings) {
        return switch (protocol) {
            case LeaveLastOut.NAME -> new LeaveLastOut(settings.validation());
            case Ratio.NAME -> new Ratio(settings.seed(), settings.fractions(), settings.validation());
            case Temporal.NAME -> new Temporal(settings.fractions(), settings.validation());
            case KFold.NAME -> new KFold(settings.seed(), settings.folds(), settings.validation());
            case KFoldUsers.NAME ->
                new KFoldUsers(settings.seed(), settings.folds(), settings.foldIn(), settings.validation());
            case StrongGeneralization.NAME ->
                new StrongGeneralization(
                        settings.seed(), settings.fractions(), settings.foldIn(), settings.validation());
            case GivenSplit.NAME, NextItem.NAME ->
                throw new KindredException(
                        "the protocol '" + protocol + "' needs the parts themselves: a training and a test file");
            default ->
                throw new KindredException("unknown protocol '" + protocol + "'; available: "
                        + String.join(", ", names()) + Suggestion.didYouMean(protocol, names()));
        };
    }
}
